import type { EventRef } from '#projection-engine';
import type { YearSubject } from './year.subject';

/** The decision by which the organisation is recognised; none once it is refused or revoked. */
export function lastGrant({ recognition }: YearSubject): EventRef | undefined {
  const decision = recognition?.decisions.at(-1);
  if (recognition?.state === 'REVOKED' || decision?.outcome !== 'GRANTED') return undefined;
  return decision.decided;
}
