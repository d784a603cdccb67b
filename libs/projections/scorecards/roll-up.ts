import type { DocumentKey, Folded, Workspace } from '#projection-engine';
import { attachedTo, parentsIn } from './attachment';
import { carryMembers } from './carry-members';
import { demandOf, standingDemands } from './demand';
import type { YearDocument } from './documents';
import { distinctYears, nameOfYear } from './due-year';
import type { DueYear } from './due-year';
import { evaluateYear } from './evaluate-year';
import { isAnyPresent, subtreeSteps } from './facts-of-year';
import { namedBy, organisationKey, scorecardKey, yearKey } from './keys';
import { later } from './positions';
import { report } from './report';
import { ScorecardFacts } from './scorecard-facts';
import { NO_STEPS } from './steps';

/**
 * More than any tree is deep. Only one that is none goes on for ever: as documents may make it look
 * while what a crash interrupted is done again, or as two decisions at the same moment may leave it.
 */
const MOST_WAVES = 50;

/**
 * Carries facts upwards: members into the organisations they belonged to, organisations into
 * their scorecards, each scorecard's summary into its parents'. It depends on the documents as
 * they stand and not on what changed, so it heals what a crash left half-written, and gives the
 * same whatever the batches were.
 */
export async function rollUp(
  touched: readonly DocumentKey[],
  workspace: Workspace,
  folded: Folded,
): Promise<void> {
  const facts = new ScorecardFacts(workspace);
  const evaluated = new Set<string>();
  const walked = new Set<string>();
  // Within one year two organisations may each have been above the other: what was seen is not seen again.
  const isOver = (due: DueYear): boolean =>
    !due.isNews &&
    evaluated.has(nameOfYear(due)) &&
    (!due.downwards || walked.has(nameOfYear(due)));
  let due = await yearsToEvaluate(touched, facts);
  for (let wave = 0; due.length > 0 && wave < MOST_WAVES; wave += 1) {
    await workspace.prefetch(due.flatMap(keysOfYear));
    const follow: DueYear[] = [];
    for (const one of due) {
      evaluated.add(nameOfYear(one));
      if (one.downwards) walked.add(nameOfYear(one));
      follow.push(...(await evaluate(one, facts, folded)));
    }
    due = distinctYears(follow).filter((one) => !isOver(one));
  }
}

function keysOfYear({ organisation, year }: DueYear): readonly DocumentKey[] {
  return [
    organisationKey(organisation),
    yearKey(organisation, year),
    scorecardKey(organisation, year),
  ];
}

async function yearsToEvaluate(
  touched: readonly DocumentKey[],
  facts: ScorecardFacts,
): Promise<readonly DueYear[]> {
  const named = touched.map(namedBy);
  const members = named.flatMap((one) => (one.kind === 'member' ? [one.member] : []));
  const organisations = new Set(
    named.flatMap((one) => (one.kind === 'organisation' ? [one.organisation] : [])),
  );
  const withMembers = await carryMembers(members, facts);
  const due = named.flatMap((one): DueYear[] =>
    one.kind === 'year'
      ? [{ organisation: one.organisation, year: one.year, downwards: true, isNews: true }]
      : [],
  );
  const { years } = await facts.calendar();
  for (const organisation of new Set([...organisations, ...withMembers])) {
    const downwards = organisations.has(organisation);
    due.push(...years.map((year) => ({ organisation, year, downwards, isNews: true })));
  }
  return distinctYears(due);
}

/** Brings one organisation-year up to date; answers what has to follow: parents, and those it demands. */
async function evaluate(
  due: DueYear,
  facts: ScorecardFacts,
  folded: Folded,
): Promise<readonly DueYear[]> {
  const { organisation, year, downwards } = due;
  const standing = await facts.organisation(organisation);
  const before = await facts.year(organisation, year);
  const parents = parentsIn(standing.body.state, year);
  const ofYear: YearDocument = {
    ...before.body,
    demandedBy: standingDemands(before.body.demandedBy, standing.body, year),
    reportedTo: parents,
    lineage: await facts.lineage(organisation, year),
  };
  const of = { organisation, year, standing: standing.body, ofYear };
  const steps = mayBeKept(ofYear) ? subtreeSteps(of) : NO_STEPS;
  const isKept = isAnyPresent(steps);
  const follow: DueYear[] = [];
  if (isKept) {
    const position = positionsBelow(ofYear).reduce(later, standing.position);
    facts.write(yearKey(organisation, year), ofYear, position);
    const summary = await evaluateYear(of, steps, position, facts, folded);
    for (const parent of parents) {
      const attached = attachedTo(standing.body.state, parent, year);
      follow.push(...(await report(facts, parent, due, { ...summary, attached })));
    }
  } else {
    await facts.removeYear(organisation, year, folded.through);
  }
  for (const parent of new Set([...before.body.reportedTo, ...parents])) {
    if (isKept && parents.includes(parent)) continue;
    follow.push(...(await report(facts, parent, due, undefined)));
  }
  if (downwards) follow.push(...(await demandOf(due, standing.body, ofYear, facts)));
  return follow;
}

/** Spares counting where there is nothing: an organisation is looked at for every year there is. */
function mayBeKept({ foldedThrough, demandedBy, children }: YearDocument): boolean {
  const others = [demandedBy, children];
  return foldedThrough !== undefined || others.some((one) => Object.keys(one).length > 0);
}

function positionsBelow({ foldedThrough, children }: YearDocument): readonly bigint[] {
  const ofChildren = Object.values(children).map((child) => BigInt(child.position));
  return foldedThrough === undefined ? ofChildren : [BigInt(foldedThrough), ...ofChildren];
}
