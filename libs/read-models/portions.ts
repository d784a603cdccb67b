import { MAX_COMBINATIONS } from './query';

/** In their order; by default of as many as one query takes. */
export function* portionsOf<T>(items: Iterable<T>, size = MAX_COMBINATIONS): Generator<T[]> {
  let portion: T[] = [];
  for (const item of items) {
    portion.push(item);
    if (portion.length < size) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
