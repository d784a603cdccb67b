import { localDateOf } from '#vocabulary';
import type { SignalSource } from '#vocabulary';
import type { CaseDocument, CaseSignal } from '../../cases';

/** Those outside the Party, as frameworks name them unless they say otherwise. */
const OUTSIDE: readonly SignalSource[] = ['PRESS', 'CITIZEN_REPORT', 'CITIZEN_DENUNCIATION'];

/** Signals from outside before which the organisation had not spoken itself. */
export function outsideSignalsFirst({ signals }: CaseDocument): readonly CaseSignal[] {
  const own = ownSignals(signals);
  return signals.filter(
    (signal) =>
      OUTSIDE.includes(signal.source) && !own.some((self) => isRecordedBefore(self, signal)),
  );
}

/** What the organisation said itself after someone outside had. */
export function ownSignalsAfterwards(one: CaseDocument): readonly CaseSignal[] {
  const outside = outsideSignalsFirst(one);
  return ownSignals(one.signals).filter((self) =>
    outside.some((signal) => isRecordedBefore(signal, self)),
  );
}

/** Detected by the organisation before anyone else, and remedied since. */
export function isSelfDetectedAndRemedied(one: CaseDocument): boolean {
  const own = ownSignals(one.signals);
  const others = one.signals.filter(({ source }) => source !== 'SELF');
  return (
    own.length > 0 &&
    one.remediationCompleted !== undefined &&
    others.every((signal) => own.some((self) => isRecordedBefore(self, signal)))
  );
}

function ownSignals(signals: readonly CaseSignal[]): readonly CaseSignal[] {
  return signals.filter(({ source }) => source === 'SELF');
}

/** By the order of recording; what came by import knows dates only, and on the same date that order again. */
function isRecordedBefore(a: CaseSignal, b: CaseSignal): boolean {
  if (a.imported || b.imported) {
    const [dateOfA, dateOfB] = [a, b].map(({ received }) => localDateOf(received.effectiveAt));
    if (dateOfA !== undefined && dateOfB !== undefined && dateOfA !== dateOfB) {
      return dateOfA < dateOfB;
    }
  }
  return BigInt(a.received.position) < BigInt(b.received.position);
}
