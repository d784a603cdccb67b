/** `YYYY-MM` in UTC. */
export function monthOfInstant(instant: string | number): string {
  return new Date(instant).toISOString().slice(0, 7);
}

/** From the month of one instant to that of another, both included; `undefined` when more than `most`. */
export function monthsBetween(
  from: string,
  to: string,
  most: number,
): readonly string[] | undefined {
  const months: string[] = [];
  const last = monthOfInstant(to);
  const at = new Date(from);
  at.setUTCDate(1);
  for (let month = monthOfInstant(at.getTime()); month <= last;) {
    if (months.length === most) return undefined;
    months.push(month);
    at.setUTCMonth(at.getUTCMonth() + 1);
    month = monthOfInstant(at.getTime());
  }
  return months;
}
