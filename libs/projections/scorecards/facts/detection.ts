import { firstSignal } from '#criteria';
import type { FirstSignal } from '#criteria';
import type { CaseDocument, SignalEntry } from './case.facts';

/** Who noticed the violation first, as far as that was before its conclusion. */
export function firstSignalOf({
  signals,
  conclusion,
}: CaseDocument): FirstSignal<SignalEntry> | undefined {
  return firstSignal(signals, conclusion);
}

/** Detected by the organisation before anyone else, and remedied since. */
export function isSelfDetectedAndRemedied(document: CaseDocument): boolean {
  const { conclusion, remediated } = document;
  return (
    conclusion?.confirmed === true &&
    remediated !== undefined &&
    firstSignalOf(document)?.signal.source === 'SELF'
  );
}
