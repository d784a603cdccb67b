/** Few enough to be answered within the time limit, many enough to be worth a round trip. */
const PORTION = 500;

export function* portionsOf<T>(items: Iterable<T>): Generator<T[]> {
  let portion: T[] = [];
  for (const item of items) {
    portion.push(item);
    if (portion.length < PORTION) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
