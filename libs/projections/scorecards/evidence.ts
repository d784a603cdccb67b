import { EVIDENCE_LIMIT } from '#criteria';
import type { EvidenceRef, LeftOutMember, TallyEvidence } from '#criteria';
import type { LocalDate, OrganisationId } from '#vocabulary';
import type { CaseEntry, OrganisationDocument } from './documents';
import { detectedBefore, standingOf } from './detection';
import { isUnremediedOf } from './own-cases';
import { isUnresolvedAfter } from './own-grievances';
import { organisationOn, statusOn } from './own-members';
import { isOfYear } from './years';

export type Evidence = Readonly<Partial<Record<TallyEvidence, readonly EvidenceRef[]>>>;

/** What a superior has to see of what happened below: what speaks against, and no more than this of each. */
const REPORTED_UPWARDS: readonly TallyEvidence[] = [
  'rated:COMPLETED',
  'rated:FAILED',
  'grievances:unresolved',
  'grievances:opened',
  'prohibitedThings:confirmed',
  'prohibitedThings:open',
  'detection:confirmed',
  'detection:open',
  'unremedied',
];
const REPORTED_LIMIT = 5;

/** The events behind the organisation's own counts, as of a census date. */
export function ownEvidence(
  document: OrganisationDocument,
  organisation: OrganisationId,
  year: number,
  census: LocalDate,
): Evidence {
  const found = new Map<TallyEvidence, EvidenceRef[]>();
  const add = (kind: TallyEvidence, refs: readonly (EvidenceRef | undefined)[]): void => {
    const known = refs.filter((ref) => ref !== undefined);
    if (known.length > 0) found.set(kind, [...(found.get(kind) ?? []), ...known]);
  };
  for (const entry of Object.values(document.members)) {
    if (organisationOn(entry, census) !== organisation) continue;
    const status = statusOn(entry, census);
    if (status !== 'OFFICIAL' && status !== 'PROBATIONARY') continue;
    const rating = entry.ratings[year];
    if (rating !== undefined) add(`rated:${rating.level}`, [rating.event]);
    add('memberPledges', [entry.pledges[year]]);
  }
  for (const entry of Object.values(document.grievances)) {
    if (entry.flags.length === 0) continue;
    if (isUnresolvedAfter(entry, year)) add('grievances:unresolved', [entry.opened]);
    if (isOfYear(entry.openedOn, year)) add('grievances:opened', [entry.opened]);
  }
  for (const entry of Object.values(document.cases)) {
    addCase(entry, year, add);
  }
  return abridged(found, EVIDENCE_LIMIT);
}

function addCase(
  entry: CaseEntry,
  year: number,
  add: (kind: TallyEvidence, refs: readonly (EvidenceRef | undefined)[]) => void,
): void {
  if (isUnremediedOf(entry, year)) add('unremedied', [entry.conclusion?.event]);
  const standing = standingOf(entry);
  if (!isOfYear(entry.occurredOn, year) || standing === 'UNFOUNDED') return;
  const standingName = standing === 'CONFIRMED' ? 'confirmed' : 'open';
  const ground = entry.conclusion?.event ?? entry.opened;
  if (entry.prohibitedThing !== undefined) add(`prohibitedThings:${standingName}`, [ground]);
  const { sources } = detectedBefore(entry);
  if (sources.length === 0) return;
  const signals = entry.signals.filter(
    ({ source }) => source === 'SELF' || sources.includes(source),
  );
  add(`detection:${standingName}`, [ground, ...signals.map(({ event }) => event)]);
}

export function mergedEvidence(all: readonly Evidence[]): Evidence {
  const found = new Map<TallyEvidence, EvidenceRef[]>();
  for (const evidence of all) {
    for (const [kind, refs] of entriesOf(evidence)) {
      found.set(kind, [...(found.get(kind) ?? []), ...refs]);
    }
  }
  return abridged(found, EVIDENCE_LIMIT);
}

export function reportedEvidence(evidence: Evidence): Evidence {
  return abridged(
    new Map(entriesOf(evidence).filter(([kind]) => REPORTED_UPWARDS.includes(kind))),
    REPORTED_LIMIT,
  );
}

export function leftOutMembers(
  document: OrganisationDocument,
  organisation: OrganisationId,
  census: LocalDate,
): readonly LeftOutMember[] {
  return Object.entries(document.members).flatMap(([member, entry]) => {
    if (organisationOn(entry, census) !== organisation) return [];
    const status = entry.statuses.findLast(({ from }) => from <= census);
    return status?.event !== undefined &&
      (status.status === 'EXEMPTED' || status.status === 'SUSPENDED')
      ? [{ member, reason: status.status, event: status.event }]
      : [];
  });
}

/** The earliest first, kinds in order: the same events give the same bytes. */
function abridged(
  found: ReadonlyMap<TallyEvidence, readonly EvidenceRef[]>,
  limit: number,
): Evidence {
  const kinds = [...found.keys()].sort();
  return Object.fromEntries(
    kinds.map((kind) => [kind, earliest(found.get(kind) ?? [], limit)] as const),
  );
}

function earliest(refs: readonly EvidenceRef[], limit: number): readonly EvidenceRef[] {
  const byEvent = new Map(refs.map((ref) => [ref.event, ref]));
  return [...byEvent.values()].sort(byPosition).slice(0, limit);
}

function byPosition(a: EvidenceRef, b: EvidenceRef): number {
  return Number(BigInt(a.position) - BigInt(b.position));
}

function entriesOf(evidence: Evidence): readonly [TallyEvidence, readonly EvidenceRef[]][] {
  return Object.entries(evidence).map(([kind, refs]) => [kind as TallyEvidence, refs]);
}
