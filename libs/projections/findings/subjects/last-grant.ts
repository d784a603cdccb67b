import type { EventRef } from '#projection-engine';
import type { YearSubject } from './year.subject';

export interface Grant {
  readonly granted: EventRef;
  /** What is found about a recognition does not go with it: it is settled by this. */
  readonly settledBy?: EventRef;
}

/** The decision by which the organisation was recognised last; none once it is refused. */
export function lastGrant({ recognition }: YearSubject): Grant | undefined {
  const decision = recognition?.decisions.at(-1);
  if (recognition === undefined || decision?.outcome !== 'GRANTED') return undefined;
  const revoked =
    recognition.state === 'REVOKED'
      ? recognition.events.findLast(({ type }) => type === 'RecognitionRevoked')
      : undefined;
  return { granted: decision.decided, ...(revoked === undefined ? {} : { settledBy: revoked }) };
}
