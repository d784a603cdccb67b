import { setImmediate } from 'node:timers/promises';
import type { DocumentCollection, Ownership } from '../document-store.port';
import type { DumpedDocument, GuardedWrite, Loaded } from '../document';
import { IndexMissing } from '../errors';
import { fieldExtractor, planQuery, planSelection, type SelectionPlan } from '../indexing';
import type { Cursor, FieldValue, Found, Page, Query, Selection } from '../query';
import type { Catalogue } from './catalogue';
import type { Database } from './database';
import { countSearch, pageSearch } from './key-search';
import type { IndexLayout, Layout } from './layout';
import { buildMain, buildSides, emptyTables } from './schema';

const DUMP_PAGE = 500;

/** What a collection needs of the store it belongs to. */
export interface CollectionHost {
  readonly database: Database;
  readonly catalogue: Catalogue;
  commitDocuments(layout: Layout, changes: readonly GuardedWrite<object>[], owner: Ownership): void;
  assertOwner(owner: Ownership): void;
}

interface Row<D> {
  readonly id: string;
  readonly position: bigint;
  readonly body: D | 'deleted';
}

/**
 * The one place where stored text becomes a document again: what is stored under this definition was written as a D.
 */
function toRow<D>(row: Record<string, unknown> | undefined): Row<D> | undefined {
  if (row === undefined) return undefined;
  const { id, position, json } = row;
  if (typeof id !== 'string' || typeof position !== 'bigint') return undefined;
  return { id, position, body: typeof json === 'string' ? (JSON.parse(json) as D) : 'deleted' };
}

export class SqliteCollection<D extends object> implements DocumentCollection<D> {
  readonly name: string;
  readonly version: number;
  readonly indexes: Layout['definition']['indexes'];

  constructor(
    private readonly host: CollectionHost,
    private readonly layout: Layout,
  ) {
    ({ name: this.name, version: this.version, indexes: this.indexes } = layout.definition);
  }

  async load(ids: Iterable<string>): Promise<Map<string, Loaded<D>>> {
    const byId = this.host.database.statement(
      `SELECT id, position, json FROM ${this.layout.table} WHERE id = ?`,
      true,
    );
    const loaded = new Map<string, Loaded<D>>();
    for (const id of ids) {
      const row = toRow<D>(byId.get(id));
      if (row !== undefined) loaded.set(id, row);
    }
    return loaded;
  }

  async write(changes: readonly GuardedWrite<D>[], owner: Ownership): Promise<void> {
    this.host.commitDocuments(this.layout, changes, owner);
  }

  async find(query: Query): Promise<Page<D>> {
    const plan = planQuery(this.layout.definition, query);
    if (plan.combinations.length === 0) return { items: [], hasMore: false };
    const search = pageSearch(this.layout, this.#built(plan), plan, {
      direction: query.order.direction,
      limit: query.limit + 1,
      ...(query.after === undefined ? {} : { after: query.after }),
    });
    const keys = this.host.database.statement(search.text).all(...search.values);
    const byDoc = this.host.database.statement(
      `SELECT id, position, json FROM ${this.layout.table} WHERE doc = ?`,
      true,
    );
    const cursorOf = this.#cursors(plan);
    const items: Found<D>[] = [];
    for (const { doc } of keys.slice(0, query.limit)) {
      const row = typeof doc === 'number' ? toRow<D>(byDoc.get(doc)) : undefined;
      // Another process may have deleted it since the keys were read.
      if (row === undefined || row.body === 'deleted') continue;
      const { id, position, body } = row;
      items.push({ id, position, body, cursor: cursorOf(id, body) });
    }
    return { items, hasMore: keys.length > query.limit };
  }

  async count(selection: Selection): Promise<number> {
    const plan = planSelection(this.layout.definition, selection);
    if (plan.combinations.length === 0) return 0;
    const search = countSearch(this.layout, this.#built(plan), plan);
    return Number(this.host.database.statement(search.text).get(...search.values)?.documents ?? 0);
  }

  async buildIndexes(): Promise<void> {
    const { database } = this.host;
    const { indexes, sides } = this.layout;
    for (const index of indexes.filter(({ place }) => place === 'main')) {
      this.#building([index], () => buildMain(database, this.layout, index));
      await setImmediate();
    }
    this.#building(sides, (deferred) => buildSides(database, this.layout, deferred));
  }

  /** Inside a transaction it is known which are still to be built: others may be building too. */
  #building<Index extends IndexLayout>(
    indexes: readonly Index[],
    build: (deferred: readonly Index[]) => void,
  ): void {
    const { catalogue, database } = this.host;
    const { definition } = this.layout;
    const isDeferred = ({ definition: { name } }: Index) => catalogue.isDeferred(definition, name);
    if (!indexes.some(isDeferred)) return;
    database.transaction(() => {
      const deferred = indexes.filter(isDeferred);
      if (deferred.length === 0) return;
      build(deferred);
      for (const index of deferred) catalogue.markBuilt(definition, index.definition.name);
    });
  }

  async *dump(): AsyncIterable<DumpedDocument> {
    const page = this.host.database.statement(
      `SELECT id, position, json FROM ${this.layout.table} WHERE id > ? AND json IS NOT NULL ORDER BY id LIMIT ${DUMP_PAGE}`,
      true,
    );
    for (let after = '', more = true; more;) {
      const rows: Record<string, unknown>[] = page.all(after);
      more = rows.length === DUMP_PAGE;
      for (const { id, position, json } of rows) {
        if (typeof id !== 'string' || typeof position !== 'bigint' || typeof json !== 'string') {
          continue;
        }
        after = id;
        yield { id, position, json };
      }
    }
  }

  async deleteAll(owner: Ownership): Promise<void> {
    this.host.database.transaction(() => {
      this.host.assertOwner(owner);
      emptyTables(this.host.database, this.layout);
    });
  }

  #built(plan: SelectionPlan): IndexLayout {
    const { name } = plan.index;
    const index = this.layout.indexes.find(({ definition }) => definition.name === name);
    if (index === undefined || this.host.catalogue.isDeferred(this.layout.definition, name)) {
      throw new IndexMissing(this.layout.definition, name, 'not built yet');
    }
    return index;
  }

  #cursors(plan: SelectionPlan): (id: string, body: D) => Cursor {
    const extractors = plan.order.map((field) => fieldExtractor(this.layout.definition, field));
    return (id, body) => ({
      key: extractors.map((extractor): FieldValue => extractor.value(id, body)),
      id,
    });
  }
}
