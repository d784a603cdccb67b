import type { EvidenceRef, SubtreeTally, TallyEvidence } from '../facts';
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

/** The tally's events of a kind, and whether they are fewer than what was counted. */
export function tallyEvidence(
  tally: SubtreeTally,
  counted: readonly { readonly kind: TallyEvidence; readonly count: number }[],
): { readonly evidence: readonly EvidenceRef[]; readonly notes: readonly ConditionNote[] } {
  const decisive = counted.filter(({ count }) => count > 0);
  return {
    evidence: evidenceOf(...decisive.map(({ kind }) => tally.evidence[kind] ?? [])),
    notes: decisive.some(({ kind, count }) => (tally.evidence[kind]?.length ?? 0) < count)
      ? ['EVIDENCE_ABRIDGED']
      : [],
  };
}
