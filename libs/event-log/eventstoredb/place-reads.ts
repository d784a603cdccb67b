import { FORWARDS } from '@eventstore/db-client';
import { noEventAt } from '../errors';
import type { RecordedEvent } from '../event';
import type { Position } from '../position';
import { unavailable } from './errors';
import type { OurStreams } from './our-streams';
import type { StoreReads } from './store-reads';
import { ourEvent, positionOf } from './stored-event';

/**
 * Places no farther apart than this, in bytes of the log, are read in one go with what lies between them: a question costs
 * the store about as much as ten events.
 */
const NEAR = 10_000n;
/** Of a question, so that many of them are under way at the same time. */
const MOST_PLACES = 256;

/** Reads of single events of the whole log, for which the store has no question of its own. */
export class PlaceReads {
  constructor(
    private readonly reads: StoreReads,
    private readonly streams: OurStreams,
  ) {}

  async at(positions: readonly Position[]): Promise<readonly RecordedEvent[]> {
    const found = new Map<bigint, RecordedEvent>();
    const read = async (places: readonly Position[]) => {
      for (const event of await this.#together(places)) found.set(event.position, event);
    };
    await Promise.all(neighbours(positions).map(read));
    return positions.map((position) => {
      const event = found.get(position);
      if (event === undefined) throw noEventAt(position);
      return event;
    });
  }

  /** Ascending, and near to each other. */
  async #together(places: readonly Position[]): Promise<readonly RecordedEvent[]> {
    const [first] = places;
    const last = places.at(-1);
    if (first === undefined || last === undefined) return [];
    const wanted = new Set<bigint>(places);
    const maxCount = first === last ? 1 : Number.MAX_SAFE_INTEGER;
    const fromPosition = { commit: first, prepare: first };
    try {
      return await this.reads.run(
        (client) =>
          client.readAll({ direction: FORWARDS, fromPosition, maxCount, requiresLeader: true }),
        () => {
          const events: RecordedEvent[] = [];
          return {
            take: (stored) => {
              const position = positionOf(stored);
              const event = wanted.has(position)
                ? ourEvent(stored, this.streams)?.event
                : undefined;
              if (event !== undefined) events.push(event);
              return position >= last ? 'enough' : 'more';
            },
            result: () => events,
          };
        },
      );
    } catch (error) {
      throw unavailable('Reading the log failed', error);
    }
  }
}

/** The places in order, those together that are read in one go. */
function neighbours(positions: readonly Position[]): readonly (readonly Position[])[] {
  const ascending = [...new Set(positions)].sort((a, b) => (a < b ? -1 : 1));
  const groups: Position[][] = [];
  for (const position of ascending) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const isNear = before !== undefined && position - before <= NEAR;
    if (group !== undefined && isNear && group.length < MOST_PLACES) group.push(position);
    else groups.push([position]);
  }
  return groups;
}
