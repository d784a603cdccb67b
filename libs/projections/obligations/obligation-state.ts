import type { RecordedFact } from '#projection-engine';
import type { ObligationDocument, ObligationState } from './obligation.document';

/** Done, if late; or recorded as not done in time, unless nobody was there to do it; or not awaited any more; or still to be done. */
export function withState(document: ObligationDocument): ObligationDocument {
  return { ...document, state: stateOf(document) };
}

/** An end that is told late takes back what was recorded as overdue in ignorance of it. */
const ENDS: ReadonlySet<string> = new Set(['OrganisationDissolved', 'OrganisationMerged']);

function stateOf({
  fulfilledBy,
  fulfilledAgain,
  overdue,
  lapsed,
}: ObligationDocument): ObligationState {
  if (fulfilledBy.length + fulfilledAgain > 0) return 'FULFILLED';
  if (lapsed.some(({ type }) => ENDS.has(type))) return 'LAPSED';
  if (overdue !== undefined) return 'OVERDUE';
  return lapsed.length > 0 ? 'LAPSED' : 'OPEN';
}

/** Every part of it rests on one event, and goes with it. */
export function withoutEvent(
  document: ObligationDocument,
  { id, type }: RecordedFact,
): ObligationDocument {
  const { owedSince, overdue, fulfilledBy, fulfilledAgain, ...rest } = document;
  const isOwed = document.owed && owedSince?.event !== id;
  const others = fulfilledBy.filter(({ event }) => event !== id);
  // Only meetings are held so often that not all of them are named.
  const wasCounted = type === 'MeetingHeld' && others.length === fulfilledBy.length;
  return {
    ...rest,
    owed: isOwed,
    ...(isOwed && owedSince !== undefined ? { owedSince } : {}),
    ...(overdue === undefined || overdue.event === id ? {} : { overdue }),
    fulfilledBy: others,
    fulfilledAgain: wasCounted ? fulfilledAgain - 1 : fulfilledAgain,
    lapsed: document.lapsed.filter(({ event }) => event !== id),
  };
}
