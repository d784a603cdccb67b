import { BY_ID } from '../definition';
import type { DocumentCollection, Ownership } from '../document-store.port';
import type { DumpedDocument, GuardedWrite, Loaded, Stored } from '../document';
import { planQuery, planSelection, type SelectionPlan } from '../indexing';
import type { Direction, Found, Page, Query, Selection } from '../query';
import type { HeldDocuments } from './held-documents';
import { compareEntries, type Entry } from './memory-index';

/** What a collection needs of the store it belongs to. */
export interface CollectionHost {
  assertOwner(owner: Ownership): void;
  write(held: HeldDocuments, changes: readonly GuardedWrite<object>[], owner: Ownership): void;
}

export class MemoryCollection<D extends object> implements DocumentCollection<D> {
  readonly name: string;
  readonly version: number;
  readonly indexes: HeldDocuments['definition']['indexes'];

  constructor(
    private readonly host: CollectionHost,
    private readonly held: HeldDocuments,
  ) {
    ({ name: this.name, version: this.version, indexes: this.indexes } = held.definition);
  }

  async load(ids: Iterable<string>): Promise<Map<string, Loaded<D>>> {
    const loaded = new Map<string, Loaded<D>>();
    for (const id of ids) {
      const held = this.held.documents.get(id);
      if (held === undefined) continue;
      const { position, json } = held;
      loaded.set(id, { id, position, body: json === undefined ? 'deleted' : bodyOf<D>(json) });
    }
    return loaded;
  }

  async write(changes: readonly GuardedWrite<D>[], owner: Ownership): Promise<void> {
    this.host.write(this.held, changes, owner);
  }

  async find(query: Query): Promise<Page<D>> {
    const plan = planQuery(this.held.definition, query);
    const { order, limit, after } = query;
    const selected = this.held
      .index(plan.index.name)
      .selected(plan, order.direction, ...(after === undefined ? [] : [after]));
    const entries: Entry[] = [];
    // No combination has more than a page of those that come first.
    for (const one of selected) entries.push(...firstOf(one, limit + 1));
    const found = merged(entries, plan, order.direction);
    return {
      items: found.slice(0, limit).flatMap((entry) => this.found(entry)),
      hasMore: found.length > limit,
    };
  }

  async count(selection: Selection): Promise<number> {
    const plan = planSelection(this.held.definition, selection);
    const ids = new Set<string>();
    for (const entries of this.held.index(plan.index.name).selected(plan, 'ascending')) {
      for (const { id } of entries) ids.add(id);
    }
    return ids.size;
  }

  async buildIndexes(): Promise<void> {
    this.held.buildIndexes();
  }

  async *dump(): AsyncIterable<DumpedDocument> {
    const plan = planSelection(this.held.definition, { index: BY_ID.name, where: {} });
    for (const entries of this.held.index(BY_ID.name).selected(plan, 'ascending')) {
      for (const { id } of entries) {
        const held = this.held.documents.get(id);
        if (held?.json !== undefined) yield { id, position: held.position, json: held.json };
      }
    }
  }

  async deleteAll(owner: Ownership): Promise<void> {
    this.host.assertOwner(owner);
    this.held.empty();
  }

  private found({ key, id }: Entry): readonly Found<D>[] {
    const held = this.held.documents.get(id);
    if (held?.json === undefined) return [];
    const stored: Stored<D> = { id, position: held.position, body: bodyOf<D>(held.json) };
    return [{ ...stored, cursor: { key, id } }];
  }
}

/** What is stored under a definition was written as a D. */
function bodyOf<D>(json: string): D {
  return JSON.parse(json) as D;
}

function* firstOf<T>(items: Iterable<T>, most: number): Iterable<T> {
  let taken = 0;
  for (const item of items) {
    yield item;
    taken += 1;
    if (taken === most) return;
  }
}

/** In the order of the fields behind the leading ones, each document once, whichever combinations it stands in. */
function merged(
  entries: readonly Entry[],
  { leading }: SelectionPlan,
  direction: Direction,
): readonly Entry[] {
  const byId = new Map(entries.map(({ key, id }) => [id, { key: key.slice(leading.length), id }]));
  const ascending = [...byId.values()].sort(compareEntries);
  return direction === 'ascending' ? ascending : ascending.reverse();
}
