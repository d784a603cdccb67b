import { isList, isObject } from './json.mts';
import type { Json } from './json.mts';

/** A place where two answers differ. */
export interface Difference {
  /** With `[]` for whichever entry of a list. */
  readonly path: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** Every difference of two answers. A list that is longer or shorter differs once, and in the entries both have. */
export function* differences(
  before: Json | undefined,
  after: Json | undefined,
  path: string,
): Generator<Difference> {
  if (before === after) return;
  if (before === undefined || after === undefined) {
    yield { path, before, after };
  } else if (isList(before) && isList(after)) {
    if (before.length !== after.length) {
      yield { path: `${path}.length`, before: before.length, after: after.length };
    }
    for (let index = 0; index < Math.min(before.length, after.length); index++) {
      yield* differences(before[index], after[index], `${path}[]`);
    }
  } else if (isObject(before) && isObject(after)) {
    if (before.id !== after.id) {
      // Another thing altogether: that it differs in everything else as well says nothing more.
      yield { path: `${path}.id`, before: before.id, after: after.id };
      return;
    }
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      yield* differences(before[key], after[key], `${path}.${key}`);
    }
  } else {
    yield { path, before, after };
  }
}

/** What has changed in two texts: the words between their common beginning and their common end. */
export function changedWords({ before, after }: Difference): readonly [string, string] {
  if (typeof before !== 'string' || typeof after !== 'string') {
    return [inWords(before), inWords(after)];
  }
  const [left, right] = [before.split(' '), after.split(' ')];
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start++;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  return [
    left.slice(start, left.length - end).join(' '),
    right.slice(start, right.length - end).join(' '),
  ];
}

export function inWords(value: Json | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
