import type { CollectionName, IndexDefinition } from '../definition';
import { fieldExtractor, type FieldExtractor, type SelectionPlan } from '../indexing';
import type { Cursor, Direction, FieldValue, Range } from '../query';
import { compareKeys, compareTexts, compareValues } from '../compare-values';

/** One place of a document in an index. */
export interface Entry {
  readonly key: readonly FieldValue[];
  readonly id: string;
}

/** The values of one index, in its order. Sorted when it is asked: what is written is mostly read later. */
export class MemoryIndex {
  private readonly extractors: readonly FieldExtractor[];
  private readonly byDocument = new Map<string, readonly Entry[]>();
  private sorted: readonly Entry[] | undefined;

  constructor(collection: CollectionName, { fields }: IndexDefinition) {
    this.extractors = fields.map((field) => fieldExtractor(collection, field));
  }

  /** Where a document would stand. @throws {DocumentRefused} */
  entriesOf(id: string, body: unknown): readonly Entry[] {
    let keys: readonly (readonly FieldValue[])[] = [[]];
    for (const extractor of this.extractors) {
      const values =
        extractor.field.multiValued === true
          ? extractor.values(id, body)
          : [extractor.value(id, body)];
      keys = keys.flatMap((key) => values.map((value) => [...key, value]));
    }
    return keys.map((key) => ({ key, id }));
  }

  set(id: string, entries: readonly Entry[]): void {
    this.byDocument.set(id, entries);
    this.sorted = undefined;
  }

  remove(id: string): void {
    if (this.byDocument.delete(id)) this.sorted = undefined;
  }

  /** What a plan selects, each document once for each combination that it stands in. */
  *selected(plan: SelectionPlan, direction: Direction, after?: Cursor): Iterable<Iterable<Entry>> {
    for (const combination of plan.combinations) {
      yield this.within(combination, plan, direction, after);
    }
  }

  private *within(
    combination: readonly FieldValue[],
    plan: SelectionPlan,
    direction: Direction,
    after: Cursor | undefined,
  ): Iterable<Entry> {
    const entries = this.inOrder();
    const skipped = plan.leading.length;
    const place = (entry: Entry): number => compareKeys(combination, entry.key);
    const isWanted = wanted(plan, direction, after);
    const from = firstWhere(entries, (entry) => place(entry) <= 0);
    const to = firstWhere(entries, (entry) => place(entry) < 0);
    for (let step = 0; step < to - from; step += 1) {
      const entry = entries[direction === 'ascending' ? from + step : to - 1 - step];
      if (entry !== undefined && isWanted(entry.key.slice(skipped), entry.id)) yield entry;
    }
  }

  private inOrder(): readonly Entry[] {
    this.sorted ??= [...this.byDocument.values()].flat().sort(compareEntries);
    return this.sorted;
  }
}

export function compareEntries(a: Entry, b: Entry): number {
  const difference = compareKeys(a.key, b.key);
  return difference === 0 ? compareTexts(a.id, b.id) : difference;
}

/** What is looked at beside the leading fields: the range, the filters, and where the page before ended. */
function wanted(
  { order, filters, range }: SelectionPlan,
  direction: Direction,
  after: Cursor | undefined,
): (key: readonly FieldValue[], id: string) => boolean {
  const allowed = filters.map(({ field, values }) => ({ at: order.indexOf(field), values }));
  return (key, id) =>
    (range === undefined || lies(key[0] ?? null, range)) &&
    allowed.every(({ at, values }) => values.includes(key[at] ?? null)) &&
    (after === undefined || isBehind({ key, id }, after, direction));
}

function lies(value: FieldValue, { from, to }: Range): boolean {
  if (value === null) return false;
  const above = from === undefined ? 1 : compareValues(value, from.value);
  const below = to === undefined ? -1 : compareValues(value, to.value);
  return (
    (above > 0 || (above === 0 && from?.inclusive === true)) &&
    (below < 0 || (below === 0 && to?.inclusive === true))
  );
}

function isBehind(entry: Entry, after: Cursor, direction: Direction): boolean {
  const place = compareEntries(entry, after);
  return direction === 'ascending' ? place > 0 : place < 0;
}

/** The first place from which on all entries are so; they are sorted by it. */
function firstWhere(entries: readonly Entry[], isSo: (entry: Entry) => boolean): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry !== undefined && isSo(entry)) high = middle;
    else low = middle + 1;
  }
  return low;
}
