import type { EventId, MeetingId } from '#vocabulary';
import type { EventRef } from '#projection-engine';

/** As many of a run's events are named at either end of it. */
const NAMED = 100;

/** Meetings one after the other that are alike; of many, those at both ends are named. */
export interface Run {
  readonly length: number;
  readonly first: readonly EventRef[];
  readonly last: readonly EventRef[];
  /** The last that was recorded, and its meeting. */
  readonly latest?: Latest;
}

interface Latest {
  readonly event: EventId;
  readonly position: string;
  readonly meeting: MeetingId;
}

/** What runs there were, up to some meeting. */
export interface Runs {
  /** What the meetings of the current run have in common; null where the last meeting is of none. */
  readonly mark: string | null;
  readonly current: Run;
  /** The earliest of several; absent while it is the current one. */
  readonly longest?: Run;
}

const NO_RUN: Run = { length: 0, first: [], last: [] };
export const NO_RUNS: Runs = { mark: null, current: NO_RUN };

/** After one more meeting, with a mark or without. */
export function afterNext(
  runs: Runs,
  mark: string | null,
  meeting: MeetingId,
  event: EventRef,
): Runs {
  if (mark !== null && mark === runs.mark) {
    const current = extended(runs.current, meeting, event);
    const { longest } = runs;
    return longest === undefined || current.length > longest.length
      ? { mark, current }
      : { mark, current, longest };
  }
  const longest = longestOf(runs);
  const current = mark === null ? NO_RUN : extended(NO_RUN, meeting, event);
  return longest.length < current.length ? { mark, current } : { mark, current, longest };
}

export function longestOf({ current, longest = current }: Runs): Run {
  return longest;
}

/** All of them, or both ends of many. */
export function eventsOf({ first, last }: Run): readonly EventRef[] {
  return [...first, ...last];
}

function extended({ length, first, last, latest }: Run, meeting: MeetingId, event: EventRef): Run {
  const { event: id, position } = event;
  return {
    length: length + 1,
    first: first.length < NAMED ? [...first, event] : first,
    last: first.length < NAMED ? last : [...last, event].slice(-NAMED),
    latest:
      latest && BigInt(latest.position) > BigInt(position)
        ? latest
        : { event: id, position, meeting },
  };
}
