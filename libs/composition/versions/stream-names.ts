import { aggregateOfEvent, isCorrection, isEventType } from '#domain';
import type { DomainEvent } from '#domain';
import { isOurs } from '#event-log';
import type { EventLog, RecordedEvent, StreamId } from '#event-log';
import type { StreamNaming } from '#event-log/copying';

/**
 * The stream that an event belongs to, by what it says. `undefined` for a correction, which goes with what it corrects,
 * for somebody else's event, and for one that does not say it: whoever applies that finds out.
 */
export function streamOfEvent(event: RecordedEvent): StreamId | undefined {
  const { type } = event;
  if (!isEventType(type) || !isOurs(event)) return undefined;
  try {
    return aggregateOfEvent(type).streamOf(event.data as DomainEvent['data']);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/**
 * The streams of a log whose events may be elsewhere, where an earlier version put them: the name follows from the
 * event. A correction is looked up, since what it corrects is in the same stream.
 */
export function currentStreamNames(log: Pick<EventLog, 'readStream'>): StreamNaming {
  return async (event) => {
    const corrected = isCorrection(event) ? await correctedBy(event, log) : event;
    return streamOfEvent(corrected) ?? event.stream;
  };
}

async function correctedBy(
  event: RecordedEvent & { readonly data: { readonly event: string } },
  log: Pick<EventLog, 'readStream'>,
): Promise<RecordedEvent> {
  for await (const earlier of log.readStream(event.stream)) {
    if (earlier.id === event.data.event) return earlier;
  }
  throw new Error(`${event.id} corrects an event that is not in ${event.stream}`);
}
