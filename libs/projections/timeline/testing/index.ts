import type { EventLog, RecordedEvent } from '#event-log';
import type { LoggedFact } from '#projection-engine';
import { project } from '#projection-engine/testing';
import { Timeline, TIMELINE, timelineProjection } from '..';

/** The events of a history by their places, as a log would read them. */
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

/** The timeline of a history, in a store that is gone behind the question. */
export async function inTimeline<Answer>(
  facts: readonly LoggedFact[],
  ask: (timeline: Timeline) => Promise<Answer>,
  log: Pick<EventLog, 'readAt'> = placesIn(facts),
): Promise<Answer> {
  const projected = await project(timelineProjection, facts);
  try {
    const postings = await projected.postings(TIMELINE);
    const through = facts.at(-1)?.position ?? 0n;
    return await ask(new Timeline({ postings, log, through }));
  } finally {
    await projected.close();
  }
}
