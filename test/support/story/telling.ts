import { EACH_STORE, nameOf, onEachStore } from '../combinations';
import type { Combination } from '../combinations';
import type { Documents } from '../stores';

/** One telling of a story: on these stores, and what it left in them. */
export interface Telling {
  readonly combination: Combination;
  left(documents: Documents): void;
}

type Tell = (telling: Telling) => void;

/** A story that is told on each kind of store. */
export function toldOnEachStore(name: string, story: Tell): void {
  describe(name, () => {
    onEachStore((combination) => {
      story({ combination, left: () => undefined });
    });
  });
}

/**
 * One that, besides, must leave the same in all of them: each document of each read model, byte by byte, apart from how
 * a kind of log numbers its events. An import of many rows takes them in any order, and leaves the same by what
 * they say only.
 */
export function toldAlikeOnEachStore(name: string, story: Tell): void {
  describe(name, () => {
    const left = new Map<Combination, Documents>();
    onEachStore((combination) => {
      story({
        combination,
        left: (documents) => {
          left.set(combination, documents);
        },
      });
    });
    describe('whatever the stores', () => {
      const [first, ...others] = EACH_STORE;
      it.each(others.map((other) => [nameOf(other), other] as const))(
        'leaves the same documents with the %s',
        (_, other) => {
          const expected = first && left.get(first);

          expect(expected?.size).toBeGreaterThan(0);
          expect(left.get(other)).toEqual(expected);
        },
      );
    });
  });
}
