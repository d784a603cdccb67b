import { compareInstants } from '#vocabulary';
import type { Instant } from '#vocabulary';

/** A value that holds from a point in time until the next one does. */
export interface Since<Value> {
  readonly since: Instant;
  readonly value: Value;
}

/** Keeps the values in the order of time; of two with the same time, the one recorded later holds. */
export function withSince<Value>(
  values: readonly Since<Value>[],
  since: Instant,
  value: Value,
): readonly Since<Value>[] {
  const others = values.filter((earlier) => compareInstants(earlier.since, since) !== 0);
  return [...others, { since, value }].sort((a, b) => compareInstants(a.since, b.since));
}

/** The value that held at a point in time. */
export function valueAt<Value>(values: readonly Since<Value>[], at: Instant): Value | undefined {
  return values.findLast(({ since }) => compareInstants(since, at) <= 0)?.value;
}
