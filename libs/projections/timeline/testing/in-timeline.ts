import type { EventLog } from '#event-log';
import type { LoggedFact } from '#projection-engine';
import { project } from '#projection-engine/testing';
import { Timeline, TIMELINE, timelineProjection } from '..';
import { placesIn } from './places-in';

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
