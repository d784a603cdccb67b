import type { EventId } from '#vocabulary';
import type { ObligationDocument, ObligationState } from './obligation.document';

/** Done, if late; or recorded as not done in time; or not awaited any more; or still to be done. */
export function withState(document: ObligationDocument): ObligationDocument {
  return { ...document, state: stateOf(document) };
}

function stateOf({ fulfilledBy, overdue, lapsed }: ObligationDocument): ObligationState {
  if (fulfilledBy.length > 0) return 'FULFILLED';
  if (overdue !== undefined) return 'OVERDUE';
  return lapsed.length > 0 ? 'LAPSED' : 'OPEN';
}

/** Every part of it rests on one event, and goes with it. */
export function withoutEvent(document: ObligationDocument, event: EventId): ObligationDocument {
  const { owedSince, overdue, ...rest } = document;
  const isOwed = document.owed && owedSince?.event !== event;
  return {
    ...rest,
    owed: isOwed,
    ...(isOwed && owedSince !== undefined ? { owedSince } : {}),
    ...(overdue === undefined || overdue.event === event ? {} : { overdue }),
    fulfilledBy: document.fulfilledBy.filter((one) => one.event !== event),
    lapsed: document.lapsed.filter((one) => one.event !== event),
  };
}
