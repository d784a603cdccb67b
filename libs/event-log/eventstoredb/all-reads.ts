import { BACKWARDS, END, FORWARDS, START } from '@eventstore/db-client';
import type { ReadPosition, RecordedEvent as StoreEvent } from '@eventstore/db-client';
import type { RecordedEvent } from '../event';
import type { ReadAllSliceOptions } from '../event-log.port';
import type { Position } from '../position';
import { mayBeNoBoundary } from './classify';
import { unavailable } from './errors';
import { jsonWeight } from './json-weight';
import type { OurStreams } from './our-streams';
import type { StoreReads } from './store-reads';
import { ourEvent, positionOf } from './stored-event';

/** Records read at once: others' events among ours make it necessary to go on, not to read more at a time. */
const PAGE = 512;

/** Places behind which only others' events follow, remembered so that waiting at the head reads none of them again. */
const REMEMBERED = 32;

interface Page {
  readonly events: RecordedEvent[];
  /** Of the last record read, whoever's. */
  readonly last: bigint | undefined;
  readonly end: 'of-log' | 'of-range' | 'of-page';
}

type Range = Required<ReadAllSliceOptions>;

/** Reads of the whole log: of everything in the store, ours is taken. The client has no filter for these reads. */
export class AllReads {
  readonly #onlyOthersBehind = new Map<bigint, bigint>();

  constructor(
    private readonly reads: StoreReads,
    private readonly streams: OurStreams,
  ) {}

  async slice({
    after = 'start',
    before = 'end',
    direction = 'forwards',
    maxCount = 512,
    maxBytes = 4_194_304,
  }: ReadAllSliceOptions = {}): Promise<readonly RecordedEvent[]> {
    if (after !== 'start' && before !== 'end' && before <= after) return [];
    const range = { after, before, direction, maxCount, maxBytes };
    const events: RecordedEvent[] = [];
    let weight = 0;
    let from = this.#firstOf(range);
    while (events.length < maxCount) {
      const page = await this.#page(range, from, maxCount - events.length, maxBytes - weight);
      for (const event of page.events) {
        weight += weightOf(event);
        if (weight > maxBytes && events.length > 0) return events;
        events.push(event);
      }
      if (page.end === 'of-log') this.#remember(range, events, page.last);
      if (page.end !== 'of-page' || page.last === undefined) break;
      from = page.last;
    }
    return events;
  }

  async head(): Promise<Position | undefined> {
    const [last] = await this.slice({ direction: 'backwards', maxCount: 1 });
    return last?.position;
  }

  #firstOf({ after, before, direction }: Range): bigint | undefined {
    if (direction === 'backwards') return before === 'end' ? undefined : before;
    return after === 'start' ? undefined : (this.#onlyOthersBehind.get(after) ?? after);
  }

  #remember(
    { direction, after }: Range,
    events: readonly RecordedEvent[],
    last: bigint | undefined,
  ): void {
    if (direction === 'backwards' || last === undefined) return;
    const lastOwn = events.at(-1)?.position ?? (after === 'start' ? undefined : after);
    if (lastOwn === undefined || last <= lastOwn) return;
    this.#onlyOthersBehind.delete(lastOwn);
    this.#onlyOthersBehind.set(lastOwn, last);
    const [oldest] = this.#onlyOthersBehind.keys();
    if (this.#onlyOthersBehind.size > REMEMBERED && oldest !== undefined) {
      this.#onlyOthersBehind.delete(oldest);
    }
  }

  async #page(
    range: Range,
    from: bigint | undefined,
    wanted: number,
    maxBytes: number,
  ): Promise<Page> {
    for (const start of startsOf(from, range)) {
      try {
        return await this.#read(range, start, from, wanted, maxBytes);
      } catch (error) {
        if (!mayBeNoBoundary(error) || typeof start === 'string') {
          throw unavailable('Reading the log failed', error);
        }
      }
    }
    throw new TypeError('The ends of the log are always a place to start from');
  }

  /** Reading forwards begins with the record asked for, which was read before: it is left out. */
  async #read(
    range: Range,
    start: ReadPosition,
    from: bigint | undefined,
    wanted: number,
    maxBytes: number,
  ): Promise<Page> {
    const { after, before, direction } = range;
    const isForwards = direction === 'forwards';
    // From an end of the log, all records up to the place are passed over.
    const isPassing = from !== undefined && typeof start === 'string';
    const count = isPassing ? Number.MAX_SAFE_INTEGER : Math.min(wanted, PAGE) + 1;
    const isRead = (position: bigint, last: bigint | undefined): boolean =>
      last !== undefined && (isForwards ? position <= last : position >= last);
    const isBeyond = (position: bigint): boolean =>
      isForwards ? before !== 'end' && position >= before : after !== 'start' && position <= after;

    return this.reads.run(
      (client) =>
        client.readAll({
          direction: isForwards ? FORWARDS : BACKWARDS,
          fromPosition: start,
          maxCount: count,
          requiresLeader: true,
        }),
      () => {
        const events: RecordedEvent[] = [];
        let last = from;
        let seen = 0;
        let weight = 0;
        let end: Page['end'] | undefined;
        const take = (stored: StoreEvent) => {
          seen += 1;
          const position = positionOf(stored);
          if (isRead(position, last)) return 'more';
          if (isBeyond(position)) {
            end = 'of-range';
            return 'enough';
          }
          last = position;
          const event = ourEvent(stored, this.streams)?.event;
          if (event === undefined) return 'more';
          events.push(event);
          weight += weightOf(event);
          const isFull = weight > maxBytes || events.length >= wanted;
          if (isFull) end = 'of-page';
          return isFull ? 'enough' : 'more';
        };
        const result = (): Page => ({
          events,
          last,
          end: end ?? (seen < count ? 'of-log' : 'of-page'),
        });
        return { take, result };
      },
    );
  }
}

function weightOf({ data, metadata }: RecordedEvent): number {
  return jsonWeight(data) + jsonWeight(metadata);
}

/**
 * Where to start reading, in order of preference. The store refuses places where no record begins, such as one
 * behind or before a position that was handed out; from an end of the log every place can be reached.
 */
function startsOf(from: bigint | undefined, { direction }: Range): readonly ReadPosition[] {
  const end = direction === 'forwards' ? START : END;
  if (from === undefined) return [end];
  const at = (position: bigint) => ({ commit: position, prepare: position });
  return direction === 'forwards' ? [at(from), at(from + 1n), end] : [at(from), end];
}
