import type { OrganisationId } from '#domain';
import type { DocumentKey, Workspace } from '../runner/projection';
import { attachedTo, parentsIn } from './attachment';
import type { MemberDocument, OrganisationDocument, YearDocument } from './documents';
import { evaluateYear } from './evaluate-year';
import { memberKey, namedBy, organisationKey, yearKey } from './keys';
import { entryOf, organisationsOf } from './member-facts';
import { withEntry, withMember } from './recorded';
import { ScorecardFacts } from './scorecard-facts';

interface DueYear {
  readonly organisation: OrganisationId;
  readonly year: number;
  /** The tree around it, or its own pledge, may have changed: those below have to be looked at as well. */
  readonly downwards: boolean;
}

/**
 * Carries facts upwards: members into the organisations they belonged to, organisations into
 * their scorecards, each scorecard's summary into its parents'. It depends on the documents as
 * they stand and not on what changed, so it heals what a crash left half-written, and gives the
 * same whatever the batches were.
 */
export async function rollUp(
  touched: readonly DocumentKey[],
  workspace: Workspace,
): Promise<void> {
  const facts = new ScorecardFacts(workspace);
  await workspace.prefetch(touched);
  const organisations = await carryMembers(touched, facts);
  let due = await yearsToEvaluate(touched, organisations, facts);
  while (due.length > 0) {
    const next: DueYear[] = [];
    await workspace.prefetch(
      due.flatMap(({ organisation, year }) => [
        organisationKey(organisation),
        yearKey(organisation, year),
      ]),
    );
    for (const one of due) next.push(...(await evaluate(one, facts)));
    due = distinct(next);
  }
}

async function carryMembers(
  touched: readonly DocumentKey[],
  facts: ScorecardFacts,
): Promise<ReadonlySet<OrganisationId>> {
  const reached = new Set<OrganisationId>();
  for (const key of touched) {
    const named = namedBy(key);
    if (named.kind !== 'member') continue;
    const held = await facts.read<MemberDocument>(memberKey(named.member));
    if (held === undefined) continue;
    const entry = entryOf(held.body, held.position);
    for (const organisation of organisationsOf(held.body)) {
      const standing = await facts.organisation(organisation);
      const members = withEntry(standing.body.members, named.member, entry);
      facts.write(
        organisationKey(organisation),
        { ...standing.body, members },
        larger(standing.position, held.position),
      );
      reached.add(organisation);
    }
  }
  return reached;
}

async function yearsToEvaluate(
  touched: readonly DocumentKey[],
  withMembers: ReadonlySet<OrganisationId>,
  facts: ScorecardFacts,
): Promise<readonly DueYear[]> {
  const due: DueYear[] = [];
  const allYearsOf = async (organisation: OrganisationId, downwards: boolean): Promise<void> => {
    const { body } = await facts.organisation(organisation);
    due.push(...body.years.map((year) => ({ organisation, year, downwards })));
  };
  for (const key of touched) {
    const named = namedBy(key);
    if (named.kind === 'year') due.push({ ...named, downwards: true });
    if (named.kind === 'organisation') await allYearsOf(named.organisation, true);
  }
  for (const organisation of withMembers) await allYearsOf(organisation, false);
  return distinct(due);
}

/** Brings one organisation-year up to date; answers what has to follow: parents, and those it demands. */
async function evaluate(due: DueYear, facts: ScorecardFacts): Promise<readonly DueYear[]> {
  const { organisation, year } = due;
  const standing = await facts.organisation(organisation);
  const before = await facts.year(organisation, year);
  const parents = parentsIn(standing.body.state, year);
  const demandedBy = before.body.demandedBy.filter((parent) => parents.includes(parent));
  const ofYear: YearDocument = {
    ...before.body,
    demandedBy,
    demanding: demandedBy.length > 0 || Object.keys(before.body.pledges).length > 0,
    reportedTo: parents,
    lineage: await facts.lineage(organisation, year),
  };
  const position = [standing.position, before.position, ...childPositions(ofYear)].reduce(larger);
  const isNeeded =
    ofYear.recorded || demandedBy.length > 0 || Object.keys(ofYear.children).length > 0;
  const follow: DueYear[] = [];
  if (isNeeded) {
    facts.keepYear(standing, organisation, year, true);
    facts.write(yearKey(organisation, year), ofYear, position);
    const summary = await evaluateYear(
      { organisation, year, standing: standing.body, ofYear },
      position,
      facts,
    );
    for (const parent of parents) {
      const attached = attachedTo(standing.body.state, parent, year);
      follow.push(await report(facts, parent, due, { ...summary, attached }));
    }
  } else {
    facts.keepYear(standing, organisation, year, false);
    facts.removeYear(organisation, year);
  }
  const formerParents = isNeeded
    ? before.body.reportedTo.filter((parent) => !parents.includes(parent))
    : before.body.reportedTo;
  for (const parent of formerParents) follow.push(await report(facts, parent, due, undefined));
  const lineageChanged = ofYear.lineage.join() !== before.body.lineage.join();
  if (due.downwards || lineageChanged || ofYear.demanding !== before.body.demanding) {
    follow.push(...(await demandOf(standing.body, organisation, ofYear, year, facts)));
  }
  return follow;
}

async function report(
  facts: ScorecardFacts,
  parent: OrganisationId,
  { organisation, year }: DueYear,
  summary: YearDocument['children'][string] | undefined,
): Promise<DueYear> {
  const above = await facts.year(parent, year);
  const children = withEntry(above.body.children, organisation, summary);
  facts.write(yearKey(parent, year), { ...above.body, children }, above.position);
  return { organisation: parent, year, downwards: false };
}

/**
 * A pledged organisation's scorecard counts everyone below it, also those of whom nothing was
 * recorded in the year: so it demands a summary of each child, and the child of its own.
 */
async function demandOf(
  standing: OrganisationDocument,
  organisation: OrganisationId,
  ofYear: YearDocument,
  year: number,
  facts: ScorecardFacts,
): Promise<readonly DueYear[]> {
  const follow: DueYear[] = [];
  for (const child of standing.children) {
    const { body } = await facts.organisation(child);
    const isMine = attachedTo(body.state, organisation, year).length > 0;
    const existing = await facts.year(child, year);
    const isDemanded = existing.body.demandedBy.includes(organisation);
    const shallBe = ofYear.demanding && isMine;
    if (shallBe !== isDemanded) {
      const demandedBy = shallBe
        ? withMember(existing.body.demandedBy, organisation)
        : existing.body.demandedBy.filter((one) => one !== organisation);
      facts.write(yearKey(child, year), { ...existing.body, demandedBy }, existing.position);
    }
    if (shallBe || isDemanded || existing.exists) {
      follow.push({ organisation: child, year, downwards: true });
    }
  }
  return follow;
}

function childPositions(ofYear: YearDocument): readonly bigint[] {
  return Object.values(ofYear.children).map((child) => BigInt(child.position));
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function distinct(due: readonly DueYear[]): readonly DueYear[] {
  const byKey = new Map<string, DueYear>();
  for (const one of due) {
    const key = `${one.year}/${one.organisation}`;
    byKey.set(key, { ...one, downwards: one.downwards || byKey.get(key)?.downwards === true });
  }
  return [...byKey.values()];
}
