import type { FulfilledBy, ObligationDocument, ObligationState } from '#projections';
import { judged } from '../meetings/meeting-judgement';
import type { RequestLoaders } from '../shared';

/** `HELD_INVALID`: a meeting was held, and none that counts for its month or quarter. */
export type JudgedObligationState = ObligationState | 'HELD_INVALID';

export interface JudgedObligation {
  readonly state: JudgedObligationState;
  readonly fulfilledBy: readonly FulfilledBy[];
  /** Held, but too short or without documents in time. */
  readonly heldInvalid: readonly FulfilledBy[];
}

/**
 * A meeting that is owed is fulfilled by one that counts. Whether one does is judged when asked:
 * its documents and the framework of its year may be known only after it was held.
 */
export async function judgedObligation(
  { state, fulfilledBy, fulfilledAgain }: ObligationDocument,
  loaders: RequestLoaders,
): Promise<JudgedObligation> {
  const counting = await Promise.all(fulfilledBy.map((by) => counts(by, loaders)));
  const valid = fulfilledBy.filter((_, at) => counting[at] === true);
  const heldInvalid = fulfilledBy.filter((_, at) => counting[at] === false);
  const noneCounts = heldInvalid.length > 0 && valid.length + fulfilledAgain === 0;
  return {
    state: state === 'FULFILLED' && noneCounts ? 'HELD_INVALID' : state,
    fulfilledBy: valid,
    heldInvalid,
  };
}

async function counts({ meeting }: FulfilledBy, loaders: RequestLoaders): Promise<boolean> {
  if (meeting === undefined) return true;
  const found = await loaders.meetings.load(meeting);
  return found === undefined || (await judged(found.body, loaders)).valid !== false;
}
