import fc from 'fast-check';
import { compare, isAfter, withListed, withoutListed } from './evidence-list';
import type { EvidenceList, Listed } from './evidence-list';

const LIMIT = 3;
const entryAt = (position: number): Listed => ({ event: `e${position}`, position: `${position}` });

/** Positions that are put in where they are not there, and taken out where they are. */
const anyMoves = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 80 });

interface World {
  readonly list: EvidenceList | undefined;
  readonly beyond: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

function after({ list, beyond, all }: World, position: number): World {
  const entry = entryAt(position);
  const names = new Set(all);
  const kept = new Set(beyond);
  if (names.delete(entry.event)) {
    const change = withoutListed(list, entry);
    if (change.removedBeyond) kept.delete(change.removedBeyond.event);
    return { list: change.list, beyond: kept, all: names };
  }
  const change = withListed(list, entry, LIMIT);
  if (change.keptBeyond) kept.add(change.keptBeyond.event);
  return { list: change.list, beyond: kept, all: names.add(entry.event) };
}

describe('a list of evidence', () => {
  it('holds the earliest events up to its horizon, and knows how many there are in all', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const start: World = { list: undefined, beyond: new Set(), all: new Set() };
        const { list, beyond, all } = moves.reduce(after, start);
        const listed = list?.listed ?? [];
        const names = listed.map(({ event }) => event);
        expect(list?.total ?? 0).toBe(all.size);
        expect(new Set([...names, ...beyond])).toEqual(all);
        expect(names.filter((name) => beyond.has(name))).toEqual([]);
        expect(listed.length).toBeLessThanOrEqual(LIMIT);
        expect(listed).toEqual(listed.toSorted(compare));
        const { horizon } = list ?? {};
        expect(horizon === undefined).toBe(beyond.size === 0);
        for (const event of beyond) expect(isAfter(event.slice(1), horizon ?? '0')).toBe(true);
      }),
    );
  });
});
