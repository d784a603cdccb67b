import type { EventLog, Position } from '#event-log';
import { leafOf } from '../entry';

/** A leaf as what is followed has it now. */
export interface FollowedLeaf {
  readonly hash: Buffer;
  readonly position: Position;
  /** The id of what it is of, where that is still known. */
  readonly id?: string;
}

/** What a ledger follows: its leaves in their order, the same ones however often they are read. */
export interface LeafSource {
  /** The first of those behind a position; none at the end. */
  slice(after: Position | 'start', maxCount: number): Promise<readonly FollowedLeaf[]>;
}

/** @param log as events are stored: not brought into newer shapes */
export function leavesOf(log: Pick<EventLog, 'readAllSlice'>): LeafSource {
  return {
    slice: async (after, maxCount) => {
      const events = await log.readAllSlice({ after, maxCount });
      return events.map((event) => ({
        hash: leafOf(event),
        position: event.position,
        id: event.id,
      }));
    },
  };
}
