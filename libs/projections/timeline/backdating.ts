const DAY_MS = 24 * 60 * 60 * 1000;

/** Whole days by which a fact was recorded after it was true. Both in milliseconds since 1970. */
export function backdatedDays(effectiveAt: number, recordedAt: number): number {
  return Math.max(0, Math.floor((recordedAt - effectiveAt) / DAY_MS));
}

const LARGEST_CLASS = 31;

/**
 * The power of two that `days` reaches: 0, 1, 2–3, 4–7, … A query for "n days or more" names the few
 * classes from n's upwards.
 */
export function backdatingClass(days: number): number {
  return 32 - Math.clz32(days);
}

export function classesFrom(days: number): readonly number[] {
  const lowest = backdatingClass(Math.max(0, days));
  return Array.from({ length: LARGEST_CLASS - lowest + 1 }, (_, index) => lowest + index);
}
