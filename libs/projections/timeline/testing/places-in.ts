import type { EventLog, RecordedEvent } from '#event-log';

/** The events of a history by their places, as a log reads them. */
export function placesIn(events: readonly RecordedEvent[]): Pick<EventLog, 'readAt'> {
  const byPosition = new Map(events.map((event) => [event.position, event]));
  return {
    readAt: async (positions) =>
      positions.map((position) => {
        const event = byPosition.get(position);
        if (event === undefined) throw new RangeError(`Nothing is recorded at ${position}`);
        return event;
      }),
  };
}
