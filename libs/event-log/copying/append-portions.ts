import type { RecordedEvent } from '../event';

/** Appended together: enough to be quick, and far from what a store takes at once. */
const MOST_EVENTS = 100;
const MOST_CHARACTERS = 200_000;

/** Neighbours of one stream that were recorded at the same time, in the order of the log. */
export async function* appendPortions(
  events: AsyncIterable<RecordedEvent>,
): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
  let portion: RecordedEvent[] = [];
  let characters = 0;
  for await (const event of events) {
    const size = JSON.stringify(event.data).length;
    const last = portion.at(-1);
    const belongs =
      last !== undefined &&
      last.stream === event.stream &&
      last.recordedAt === event.recordedAt &&
      portion.length < MOST_EVENTS &&
      characters + size <= MOST_CHARACTERS;
    if (!belongs && portion.length > 0) {
      yield portion;
      portion = [];
      characters = 0;
    }
    portion.push(event);
    characters += size;
  }
  if (portion.length > 0) yield portion;
}
