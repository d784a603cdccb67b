import { firstSignal } from '#criteria';
import type { SignalSource } from '#vocabulary';
import type { CaseDocument, CaseSignal } from '../../cases';

/** Those outside the Party, as frameworks name them unless they say otherwise. */
const OUTSIDE: readonly SignalSource[] = ['PRESS', 'CITIZEN_REPORT', 'CITIZEN_DENUNCIATION'];

/** Who noticed the violation first; nobody where it was concluded before anyone spoke. */
export function firstSignalOf({ signals, conclusion }: CaseDocument): CaseSignal | undefined {
  const told = signals.map((signal) => ({ ...signal.received, ...signal }));
  const concluded = conclusion && { ...conclusion.reached, imported: conclusion.imported };
  const first = firstSignal(told, concluded)?.signal;
  return signals.find(({ received }) => received.event === first?.event);
}

/** The first signal, where it came from outside. */
export function outsideSignalFirst(one: CaseDocument): CaseSignal | undefined {
  const first = firstSignalOf(one);
  return first !== undefined && OUTSIDE.includes(first.source) ? first : undefined;
}

/** What the organisation said itself after someone outside had. */
export function ownSignalsAfterwards(one: CaseDocument): readonly CaseSignal[] {
  return outsideSignalFirst(one) === undefined
    ? []
    : one.signals.filter(({ source }) => source === 'SELF');
}

/** Detected by the organisation before anyone else, and remedied since. */
export function isSelfDetectedAndRemedied(one: CaseDocument): boolean {
  return one.remediationCompleted !== undefined && firstSignalOf(one)?.source === 'SELF';
}
