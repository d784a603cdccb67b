import type { Collection } from 'mongodb';
import type { CollectionDefinition } from '../definition';
import type { DumpedDocument, GuardedWrite, Loaded } from '../document';
import type { DocumentCollection, Ownership } from '../document-store.port';
import { IndexMissing } from '../errors';
import { fieldExtractor, planQuery, planSelection, type SelectionPlan } from '../indexing';
import type { Cursor, FieldValue, Found, Page, Query, Selection } from '../query';
import type { Catalogue } from './catalogue';
import { asked } from './failures';
import { filterOf, sortOf } from './key-search';
import type { OpenedCollection } from './opened-collection';
import { portionsOf } from '../portions';
import { PORTION } from './portion';
import type { StoredDocument } from './stored-document';

const DUMP_PAGE = 2_000;

/** What a collection needs of the store it belongs to. */
export interface CollectionHost {
  readonly catalogue: Catalogue;
  commitDocuments(
    opened: OpenedCollection,
    changes: readonly GuardedWrite<object>[],
    owner: Ownership,
  ): Promise<void>;
  assertOwner(owner: Ownership): Promise<void>;
}

type Text = Pick<StoredDocument, '_id' | 'position' | 'json'>;

const TEXT = { position: 1, json: 1 } as const;

/** The one place where stored text becomes a document again: what is stored under this definition was written as a D. */
function bodyOf<D>(json: string): D {
  return JSON.parse(json) as D;
}

export class MongoCollection<D extends object> implements DocumentCollection<D> {
  readonly name: string;
  readonly version: number;
  readonly indexes: CollectionDefinition['indexes'];
  readonly #documents: Collection<StoredDocument>;

  constructor(
    private readonly host: CollectionHost,
    private readonly opened: OpenedCollection,
  ) {
    ({ name: this.name, version: this.version, indexes: this.indexes } = opened.definition);
    this.#documents = opened.documents;
  }

  async load(ids: Iterable<string>): Promise<Map<string, Loaded<D>>> {
    const loaded = new Map<string, Loaded<D>>();
    for (const portion of portionsOf(ids, PORTION)) {
      const found = await asked(() =>
        this.#documents
          .find({ _id: { $in: portion } }, { projection: TEXT, batchSize: portion.length })
          .toArray(),
      );
      for (const { _id: id, position, json } of found) {
        loaded.set(id, { id, position, body: json === undefined ? 'deleted' : bodyOf<D>(json) });
      }
    }
    return loaded;
  }

  async write(changes: readonly GuardedWrite<D>[], owner: Ownership): Promise<void> {
    await this.host.commitDocuments(this.opened, changes, owner);
  }

  async find(query: Query): Promise<Page<D>> {
    const plan = planQuery(this.opened.definition, query);
    await this.#assertBuilt(plan);
    if (plan.combinations.length === 0) return { items: [], hasMore: false };
    const { after, limit } = query;
    const { direction } = query.order;
    const filter = filterOf(plan, after && { after, direction });
    const found = await asked(() =>
      this.#documents
        .find(filter, {
          sort: sortOf(plan, direction),
          limit: limit + 1,
          batchSize: limit + 2,
          projection: TEXT,
        })
        .toArray(),
    );
    const cursorOf = this.#cursors(plan);
    return {
      items: found.slice(0, limit).flatMap((text) => this.#found(text, cursorOf)),
      hasMore: found.length > limit,
    };
  }

  async count(selection: Selection): Promise<number> {
    const plan = planSelection(this.opened.definition, selection);
    await this.#assertBuilt(plan);
    if (plan.combinations.length === 0) return 0;
    return asked(() => this.#documents.countDocuments(filterOf(plan)));
  }

  async buildIndexes(): Promise<void> {
    await this.opened.buildIndexes();
  }

  async *dump(): AsyncIterable<DumpedDocument> {
    for (let after = '', more = true; more;) {
      const page = await asked(() =>
        this.#documents
          .find(
            { _id: { $gt: after }, alive: true },
            { projection: TEXT, sort: { _id: 1 }, limit: DUMP_PAGE, batchSize: DUMP_PAGE + 1 },
          )
          .toArray(),
      );
      more = page.length === DUMP_PAGE;
      for (const { _id: id, position, json } of page) {
        after = id;
        if (json !== undefined) yield { id, position, json };
      }
    }
  }

  async deleteAll(owner: Ownership): Promise<void> {
    await this.host.assertOwner(owner);
    await this.opened.deleteAll(owner.epoch);
  }

  async #assertBuilt({ index }: SelectionPlan): Promise<void> {
    if (await this.opened.isBuilt(index.name)) return;
    throw new IndexMissing(this.opened.definition, index.name, 'not built yet');
  }

  #found({ _id: id, position, json }: Text, cursorOf: CursorOf<D>): Found<D>[] {
    if (json === undefined) return [];
    const body = bodyOf<D>(json);
    return [{ id, position, body, cursor: cursorOf(id, body) }];
  }

  #cursors(plan: SelectionPlan): CursorOf<D> {
    const extractors = plan.order.map((field) => fieldExtractor(this.opened.definition, field));
    return (id, body) => ({
      key: extractors.map((extractor): FieldValue => extractor.value(id, body)),
      id,
    });
  }
}

type CursorOf<D> = (id: string, body: D) => Cursor;
