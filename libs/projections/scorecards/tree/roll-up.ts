import type { OrganisationId } from '#vocabulary';
import type { DocumentKey, Folded, Workspace } from '#projection-engine';
import { standingCountsKey, yearCountsKey } from '../counts/counts.document';
import { NO_STEPS } from '../counts/steps';
import { isAnyPresent, subtreeSteps } from '../counts/subtree';
import { evaluateYear } from '../document/evaluate-year';
import { scorecardKey } from '../document/keys';
import { memberKey, organisationKey, subjectOf, yearKey } from '../facts/keys';
import type { OrganisationDocument } from '../facts/organisation.facts';
import type { MemberDocument } from '../facts/member.facts';
import type { YearDocument } from '../facts/year.facts';
import { attachedTo, endedIn, parentsIn } from './attachment';
import { demandOf, standingDemands } from './demand';
import { distinctYears, nameOfYear } from './due-year';
import type { DueYear } from './due-year';
import { report } from './report';
import { ScorecardDocuments } from './scorecard-documents';

/**
 * More than any tree is deep. Only one that is none goes on for ever: as documents may make it look
 * while what a crash interrupted is done again, or as two decisions at the same moment may leave it.
 */
const MOST_WAVES = 50;

/**
 * Carries facts upwards: counts and facts of organisations into their scorecards, each scorecard's
 * summary into its parents'. It depends on the documents as
 * they stand and not on what changed, so it heals what a crash left half-written, and gives the
 * same whatever the batches were.
 */
export async function rollUp(
  touched: readonly DocumentKey[],
  workspace: Workspace,
  folded: Folded,
): Promise<void> {
  const documents = new ScorecardDocuments(workspace);
  const evaluated = new Set<string>();
  const walked = new Set<string>();
  // Within one year two organisations may each have been above the other: what was seen is not seen again.
  const isOver = (due: DueYear): boolean =>
    !due.isNews &&
    evaluated.has(nameOfYear(due)) &&
    (!due.downwards || walked.has(nameOfYear(due)));
  let due = await yearsToEvaluate(touched, documents);
  for (let wave = 0; due.length > 0 && wave < MOST_WAVES; wave += 1) {
    await workspace.prefetch(due.flatMap(keysOfYear));
    const follow: DueYear[] = [];
    for (const one of due) {
      evaluated.add(nameOfYear(one));
      if (one.downwards) walked.add(nameOfYear(one));
      follow.push(...(await evaluate(one, documents, folded)));
    }
    due = distinctYears(follow).filter((one) => !isOver(one));
  }
}

function keysOfYear({ organisation, year }: DueYear): readonly DocumentKey[] {
  return [
    organisationKey(organisation),
    standingCountsKey(organisation),
    yearKey(organisation, year),
    yearCountsKey(organisation, year),
    scorecardKey(organisation, year),
  ];
}

async function yearsToEvaluate(
  touched: readonly DocumentKey[],
  documents: ScorecardDocuments,
): Promise<readonly DueYear[]> {
  const due: DueYear[] = [];
  /** Of every year, and whether those below have to be looked at. */
  const organisations = new Map<string, boolean>();
  const concern = (organisation: string, downwards: boolean): void => {
    organisations.set(organisation, downwards || organisations.get(organisation) === true);
  };
  for (const subject of touched.map(subjectOf)) {
    switch (subject.kind) {
      case 'year':
        due.push({ ...organisationYear(subject), downwards: true, isNews: true });
        break;
      case 'organisation':
        concern(subject.organisation, true);
        break;
      case 'grievance':
      case 'case':
        concern(subject.organisation, false);
        break;
      case 'member': {
        const held = await documents.read<MemberDocument>(memberKey(subject.member));
        for (const organisation of held?.body.everIn ?? []) concern(organisation, false);
        break;
      }
      default:
        // Kept of a year, whose own document is touched as well; or judged by when the year is.
        break;
    }
  }
  const { years } = await documents.calendar();
  for (const [organisation, downwards] of organisations) {
    due.push(...years.map((year) => ({ organisation, year, downwards, isNews: true })));
  }
  return distinctYears(due);
}

function organisationYear({ organisation, year }: Pick<DueYear, 'organisation' | 'year'>) {
  return { organisation, year };
}

/** Brings one organisation-year up to date; answers what has to follow: parents, and those it demands. */
async function evaluate(
  due: DueYear,
  documents: ScorecardDocuments,
  folded: Folded,
): Promise<readonly DueYear[]> {
  const { organisation, year, downwards } = due;
  const standing = await documents.organisation(organisation);
  const before = await documents.year(organisation, year);
  const parents = await parentsCounted(organisation, standing.body, year, documents);
  const ofYear: YearDocument = {
    ...before.body,
    demandedBy: standingDemands(before.body.demandedBy, standing.body, year),
    reportedTo: parents,
    lineage: await documents.lineage(organisation, year),
  };
  const standingCounts = await documents.standingCounts(organisation);
  const subject = {
    organisation,
    year,
    standing: standing.body,
    ofYear,
    standingCounts: standingCounts.body,
    yearCounts: await documents.yearCounts(organisation, year),
  };
  const steps = mayBeKept(ofYear) ? subtreeSteps(subject) : NO_STEPS;
  const isKept = isAnyPresent(steps);
  const follow: DueYear[] = [];
  if (isKept) {
    const position = [standingCounts.position, ...positionsBelow(ofYear)].reduce(
      later,
      standing.position,
    );
    documents.write(yearKey(organisation, year), ofYear, position);
    const endedOn = endedIn(standing.body.state, year);
    const summary = await evaluateYear(subject, steps, position, documents, folded);
    for (const parent of parents) {
      const attached = attachedTo(standing.body.state, parent, year);
      const ended = endedOn === undefined ? {} : { endedOn };
      follow.push(...(await report(documents, parent, due, { ...summary, attached, ...ended })));
    }
  } else {
    await documents.removeYear(organisation, year, folded.through);
  }
  for (const parent of new Set([...before.body.reportedTo, ...parents])) {
    if (isKept && parents.includes(parent)) continue;
    follow.push(...(await report(documents, parent, due, undefined)));
  }
  if (downwards) follow.push(...(await demandOf(due, standing.body, ofYear, documents)));
  return follow;
}

/**
 * Where an organisation counts in the year. One that was merged into an organisation below itself, which older logs may
 * tell of, counts nowhere through it: else both would count each other for ever.
 */
async function parentsCounted(
  organisation: OrganisationId,
  { state }: OrganisationDocument,
  year: number,
  documents: ScorecardDocuments,
): Promise<readonly OrganisationId[]> {
  const parents = parentsIn(state, year);
  const successor = state.status === 'ESTABLISHED' ? state.mergedInto : undefined;
  if (successor === undefined || !parents.includes(successor)) return parents;
  const isBelow = (await documents.lineage(successor, year)).includes(organisation);
  return isBelow ? parents.filter((parent) => parent !== successor) : parents;
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

function later(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
