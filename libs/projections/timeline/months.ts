/** The month of an instant, in UTC, counted from the year 0. Milliseconds since 1970. */
export function monthOf(instant: number): number {
  const date = new Date(instant);
  return 12 * date.getUTCFullYear() + date.getUTCMonth();
}

/** From the month of one instant to that of another, both included; `undefined` when more than `most`. */
export function monthsBetween(
  from: number,
  to: number,
  most: number,
): readonly number[] | undefined {
  const first = monthOf(from);
  const count = Math.max(0, monthOf(to) - first + 1);
  return count > most ? undefined : Array.from({ length: count }, (_, at) => first + at);
}
