import type { EvidenceRef, LeftOutMember, TallyEvidence } from '#criteria';
import { EVIDENCE_LIMIT, TALLY_EVIDENCE } from '#criteria';
import { comparePositions } from '#vocabulary';
import type { LocalDate } from '#vocabulary';
import type { ListedKind } from './contribution';
import type { EvidenceList, EvidenceLists, Listed } from './evidence-list';

/** Events behind a count: the earliest of them, and how many there are. */
export interface Summarised {
  readonly refs: readonly EvidenceRef[];
  readonly total: number;
}

/** In order: the same events give the same bytes. */
const KINDS = TALLY_EVIDENCE.toSorted();

/** Events of the organisation and all below it, by kind. */
export type EvidenceSummary = Readonly<Partial<Record<TallyEvidence, Summarised>>>;

const NOTHING: Summarised = { refs: [], total: 0 };

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

/** The events behind the organisation's own counts of a kind, as of a date of the year. */
export function listedOn(
  kind: ListedKind,
  ofYear: EvidenceLists,
  goingOn: EvidenceLists,
  date: LocalDate,
): { readonly listed: readonly Listed[]; readonly total: number } {
  const lists = [ofYear[kind], goingOn[kind]].filter((list) => list !== undefined);
  const applying = lists.map((list) => ({ list, listed: list.listed.filter(appliesOn(date)) }));
  return {
    listed: applying.flatMap(({ listed }) => listed),
    total: applying.reduce((sum, { list, listed }) => sum + totalOf(list, listed), 0),
  };
}

/** Where not all is listed, nobody knows of which dates the others are. */
function totalOf({ total, horizon }: EvidenceList, applying: readonly Listed[]): number {
  return horizon === undefined ? applying.length : total;
}

/** Whether an event is behind the count of a date. */
export function appliesOn(date: LocalDate) {
  return ({ from, to }: Listed): boolean =>
    (from === undefined || from <= date) && (to === undefined || date < to);
}

export function ownEvidence(
  ofYear: EvidenceLists,
  goingOn: EvidenceLists,
  date: LocalDate,
): EvidenceSummary {
  return byKind((kind) => {
    if (ofYear[kind] === undefined && goingOn[kind] === undefined) return NOTHING;
    const { listed, total } = listedOn(kind, ofYear, goingOn, date);
    return { refs: listed.map(({ event, position }) => ({ event, position })), total };
  }, EVIDENCE_LIMIT);
}

export function mergedEvidence(all: readonly EvidenceSummary[]): EvidenceSummary {
  return byKind((kind) => {
    const found = all.flatMap((evidence) => evidence[kind] ?? []);
    return {
      refs: found.flatMap(({ refs }) => refs),
      total: found.reduce((sum, { total }) => sum + total, 0),
    };
  }, EVIDENCE_LIMIT);
}

export function reportedEvidence(evidence: EvidenceSummary): EvidenceSummary {
  return byKind(
    (kind) => (REPORTED_UPWARDS.includes(kind) ? (evidence[kind] ?? NOTHING) : NOTHING),
    REPORTED_LIMIT,
  );
}

export function leftOutMembers(
  ofYear: EvidenceLists,
  goingOn: EvidenceLists,
  census: LocalDate,
): readonly LeftOutMember[] {
  const { listed } = listedOn('leftOut', ofYear, goingOn, census);
  return listed
    .flatMap(({ member, reason, event, position }) =>
      member === undefined || reason === undefined
        ? []
        : [{ member, reason, event: { event, position } }],
    )
    .sort((a, b) => (a.member < b.member ? -1 : Number(a.member > b.member)));
}

/** The earliest first. */
function byKind(find: (kind: TallyEvidence) => Summarised, limit: number): EvidenceSummary {
  const found: Partial<Record<TallyEvidence, Summarised>> = {};
  for (const kind of KINDS) {
    const { refs, total } = find(kind);
    if (total !== 0) found[kind] = { refs: earliest(refs, limit), total };
  }
  return found;
}

function earliest(refs: readonly EvidenceRef[], limit: number): readonly EvidenceRef[] {
  if (refs.length < 2) return refs;
  const byEvent = new Map(refs.map((ref) => [ref.event, ref]));
  return [...byEvent.values()].sort(byPosition).slice(0, limit);
}

function byPosition(a: EvidenceRef, b: EvidenceRef): number {
  return comparePositions(a.position, b.position);
}
