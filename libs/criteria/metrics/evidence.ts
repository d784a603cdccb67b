import type { CountedEvidence, EvidenceRef, SubtreeTally, TallyEvidence } from '../facts';
import type { ConditionNote } from '../evaluation/scorecard';

function inOrderRecorded(a: EvidenceRef, b: EvidenceRef): number {
  const [before, after] = [BigInt(a.position), BigInt(b.position)];
  if (before !== after) return before < after ? -1 : 1;
  if (a.event === b.event) return 0;
  return a.event < b.event ? -1 : 1;
}

/** Each event once, in the order recorded: independent of the order in which facts are listed. */
export function evidenceOf(
  ...lists: readonly (readonly (EvidenceRef | undefined)[])[]
): readonly EvidenceRef[] {
  const byEvent = new Map<string, EvidenceRef>();
  for (const ref of lists.flat()) if (ref) byEvent.set(ref.event, ref);
  return [...byEvent.values()].sort(inOrderRecorded);
}

/** Events behind counts, with others that decide besides; says when fewer are listed than were counted. */
export function countedEvidence(
  counted: readonly CountedEvidence[],
  ...others: readonly (readonly (EvidenceRef | undefined)[])[]
): { readonly evidence: readonly EvidenceRef[]; readonly notes: readonly ConditionNote[] } {
  return {
    evidence: evidenceOf(...counted.map(({ refs }) => refs), ...others),
    notes: counted.some(({ refs, total }) => refs.length < total) ? ['EVIDENCE_ABRIDGED'] : [],
  };
}

/** The tally's events of the kinds that were counted. */
export function tallyEvidence(
  tally: SubtreeTally,
  counted: readonly { readonly kind: TallyEvidence; readonly count: number }[],
): { readonly evidence: readonly EvidenceRef[]; readonly notes: readonly ConditionNote[] } {
  const decisive = counted.filter(({ count }) => count > 0);
  return countedEvidence(
    decisive.map(({ kind, count }) => ({ refs: tally.evidence[kind] ?? [], total: count })),
  );
}
