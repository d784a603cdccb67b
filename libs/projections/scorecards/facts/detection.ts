import { localDateOf } from '#vocabulary';
import type { SignalSource } from '#vocabulary';
import type { CaseDocument, SignalEntry } from './case.facts';

/** Detected by the organisation before anyone outside, and remedied since. */
export function isSelfDetectedAndRemedied(document: CaseDocument): boolean {
  return (
    document.conclusion?.confirmed === true &&
    document.remediated !== undefined &&
    document.signals.some(({ source }) => source === 'SELF') &&
    detectedBefore(document.signals).sources.length === 0
  );
}

/** The sources that spoke before the organisation itself did. */
export function detectedBefore(signals: readonly SignalEntry[]): {
  readonly sources: readonly SignalSource[];
  readonly onImportedDates: boolean;
  /** The organisation said so itself, before or after. */
  readonly selfDetected: boolean;
} {
  const own = signals.filter(({ source }) => source === 'SELF');
  const others = signals.filter(({ source }) => source !== 'SELF');
  const first = others.filter((signal) => !own.some((self) => isRecordedBefore(self, signal)));
  return {
    sources: [...new Set(first.map(({ source }) => source))].sort(),
    onImportedDates: own.length > 0 && [...own, ...first].some(({ imported }) => imported),
    selfDetected: own.length > 0,
  };
}

/**
 * By the order of recording; for what came by import of older records, which know dates only, by the
 * effective dates, and on the same date by the order of recording again (criteria.md, section 3).
 */
function isRecordedBefore(a: SignalEntry, b: SignalEntry): boolean {
  if (a.imported || b.imported) {
    const [dateOfA, dateOfB] = [localDateOf(a.receivedAt), localDateOf(b.receivedAt)];
    if (dateOfA !== dateOfB) return dateOfA < dateOfB;
  }
  return BigInt(a.event.position) < BigInt(b.event.position);
}
