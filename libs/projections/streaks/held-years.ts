import type { EventRef } from '#projection-engine';
import { SHORTEST_STREAK } from './streak.document';
import type { Streak, StreakLevel } from './streak.document';

/** The years in which a rating at a level or better stands, with the event since which it does. */
export type HeldYears = ReadonlyMap<number, EventRef>;

/** Every unbroken stretch of two years or more, in the order of time. */
export function stretchesOf(held: HeldYears): readonly (readonly number[])[] {
  const stretches: number[][] = [];
  for (const year of [...held.keys()].toSorted((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last?.at(-1) === year - 1) last.push(year);
    else stretches.push([year]);
  }
  return stretches.filter((stretch) => stretch.length >= SHORTEST_STREAK);
}

export function streakOf(
  level: StreakLevel,
  stretch: readonly number[],
  held: HeldYears,
  brokenBy: EventRef | null,
): Streak {
  return {
    level,
    from: Math.min(...stretch),
    to: Math.max(...stretch),
    years: stretch.length,
    standing: brokenBy === null,
    reached: reachedIn(stretch.flatMap((year) => held.get(year) ?? [])),
    brokenBy,
  };
}

/** So many in a row were there once all of some so many were: by the last of them, and by the first such. */
function reachedIn(since: readonly EventRef[]): Streak['reached'] {
  const reached: { years: number; event: EventRef }[] = [];
  for (let years = SHORTEST_STREAK; years <= since.length; years += 1) {
    const windows = since.slice(years - 1).map((_, start) => since.slice(start, start + years));
    const event = windows.map((window) => window.reduce(later)).reduce(earlier);
    reached.push({ years, event });
  }
  return reached;
}

function later(a: EventRef, b: EventRef): EventRef {
  return BigInt(a.position) >= BigInt(b.position) ? a : b;
}

function earlier(a: EventRef, b: EventRef): EventRef {
  return BigInt(a.position) <= BigInt(b.position) ? a : b;
}
