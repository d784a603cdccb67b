import type {
  CountedEvidence,
  EvidenceKind,
  EvidenceRef,
  SubtreeTally,
  TallyEvidence,
} from '../facts';
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

/** Events that decide a figure: those listed, how many there are, and the kinds of which there are more than listed. */
export interface DecidingEvents {
  readonly evidence: readonly EvidenceRef[];
  readonly evidenceCount: number;
  readonly abridged: readonly EvidenceKind[];
  readonly notes: readonly ConditionNote[];
}

interface Counted extends CountedEvidence {
  readonly kind: EvidenceKind;
}

/** Events behind counts, with others that decide besides; says when fewer are listed than were counted. */
export function countedEvidence(
  counted: readonly Counted[],
  ...others: readonly (readonly (EvidenceRef | undefined)[])[]
): DecidingEvents {
  const evidence = evidenceOf(...counted.map(({ refs }) => refs), ...others);
  const abridged = counted.filter(({ refs, total }) => refs.length < total);
  const unlisted = abridged.reduce((sum, { refs, total }) => sum + total - refs.length, 0);
  return {
    evidence,
    evidenceCount: evidence.length + unlisted,
    abridged: abridged.map(({ kind }) => kind),
    notes: abridged.length > 0 ? ['EVIDENCE_ABRIDGED'] : [],
  };
}

/** Where nothing is left out of the list. */
export function allEvidence(
  ...lists: readonly (readonly (EvidenceRef | undefined)[])[]
): DecidingEvents {
  return countedEvidence([], ...lists);
}

/** The tally's events of the kinds that were counted. */
export function tallyEvidence(
  { evidence, evidenceTotals = {} }: SubtreeTally,
  counted: readonly { readonly kind: TallyEvidence; readonly count: number }[],
): DecidingEvents {
  const decisive = counted.filter(({ count }) => count > 0);
  return countedEvidence(
    decisive.map(({ kind, count }) => ({
      kind,
      refs: evidence[kind] ?? [],
      total: Math.max(count, evidenceTotals[kind] ?? 0),
    })),
  );
}
