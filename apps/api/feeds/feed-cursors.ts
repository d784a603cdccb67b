import { TIMELINE } from '#projections';
import { toPosition } from '#event-log';
import type { Place } from '#feeds';
import type { Cursors } from '../cursors';
import { cursorInvalid } from '../errors';

/** The history as a list, whatever is selected: its cursors and those of feeds are the same. */
const HISTORY = `${TIMELINE}:{}`;

/** In front of all events there are: what a feed of an empty log has come to. */
const BEFORE_ALL = -1n;

export type FeedStart = Place | 'start' | 'end';

/** Places in the log as clients hold them. */
export class FeedCursors {
  constructor(private readonly cursors: Cursors) {}

  write(place: Place | undefined): string {
    const { id, position } = place ?? { id: '', position: BEFORE_ALL };
    return this.cursors.write({ id, key: [position] }, HISTORY);
  }

  /**
   * Where a feed begins: behind a cursor, at the first event, or with what comes from now on.
   *
   * @throws ApiError `CURSOR_INVALID`
   */
  read(text: string | undefined, field: string): FeedStart {
    if (text === undefined) return 'end';
    if (text === 'START') return 'start';
    const cursor = this.cursors.read(text, HISTORY);
    const position = cursor?.key.at(-1);
    if (cursor === undefined || typeof position !== 'bigint') throw cursorInvalid(field);
    return position < 0n ? 'start' : { id: cursor.id, position: toPosition(position) };
  }
}
