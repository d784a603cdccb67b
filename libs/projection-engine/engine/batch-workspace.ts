import type { CollectionChanges, DocumentCollection, GuardedWrite, Loaded } from '#read-models';
import type { DocumentKey, Held, Workspace } from '../runner';
import { ByKey } from './by-key';
import type { CachedDocument, DocumentCache } from './document-cache';
import { ofTheStore } from './store-failures';
import { ThreadTurns } from './yield-to-requests';

interface Working {
  readonly key: DocumentKey;
  /** Under which it is kept between batches. */
  readonly name: string;
  readonly loaded: CachedDocument;
  body: object | undefined;
  position: bigint;
}

const ABSENT: CachedDocument = { body: undefined, position: 0n, guard: 'absent', json: '' };

/** The documents that one batch reads and changes; nothing reaches the store before `changes`. */
export class BatchWorkspace implements Workspace {
  private readonly working = new ByKey<Working>();
  private readonly turns = new ThreadTurns();

  constructor(
    private readonly collections: ReadonlyMap<string, DocumentCollection<object>>,
    private readonly cache: DocumentCache,
  ) {}

  async read(key: DocumentKey): Promise<Held | undefined> {
    if (this.turns.isOver) await this.turns.next();
    let working = this.working.get(key) ?? this.takeCached(key);
    if (working === undefined) {
      await this.prefetch([key]);
      working = this.held(key);
    }
    return working.body && { body: working.body, position: working.position };
  }

  async prefetch(keys: readonly DocumentKey[]): Promise<void> {
    const missing = new Map<string, DocumentKey[]>();
    for (const key of keys) {
      if (this.working.has(key) || this.takeCached(key) !== undefined) continue;
      const ofCollection = missing.get(key.collection) ?? [];
      ofCollection.push(key);
      missing.set(key.collection, ofCollection);
    }
    for (const [collection, ofCollection] of missing) {
      const ids = new Set(ofCollection.map(({ id }) => id));
      const loaded = await ofTheStore(this.collection(collection).load(ids));
      for (const id of ids) this.take({ collection, id }, asCached(loaded.get(id)));
    }
  }

  /** Skips loading documents that only an interrupted batch can have created: the guard detects those. */
  takeAsAbsent(keys: readonly DocumentKey[]): void {
    for (const key of keys) this.take(key, ABSENT);
  }

  write(key: DocumentKey, body: object, position: bigint): void {
    const working = this.held(key);
    working.body = body;
    if (position > working.position) working.position = position;
  }

  remove(key: DocumentKey): void {
    this.held(key).body = undefined;
  }

  /**
   * What is different from what was loaded, for the store, in the order of the collections; in portions of so many
   * documents, each made only when it is asked for.
   */
  *changes(size: { readonly documents: number }): Generator<readonly CollectionChanges[]> {
    let portion: CollectionChanges[] = [];
    let documents = 0;
    for (const { name, version } of this.collections.values()) {
      let changes: GuardedWrite<object>[] = [];
      for (const working of this.working.of(name)) {
        const change = changeOf(working);
        if (change === undefined) continue;
        if (changes.length === 0) portion.push({ collection: { name, version }, changes });
        changes.push(change);
        documents += 1;
        if (documents < size.documents) continue;
        yield portion;
        [portion, changes, documents] = [[], [], 0];
      }
    }
    if (documents > 0) yield portion;
  }

  /** After the commit: keeps the documents read and written for later batches. */
  keep(written: readonly CollectionChanges[]): void {
    const now = new ByKey<CachedDocument>();
    for (const { collection, changes } of written) {
      for (const { id, body, position, json } of changes) {
        now.set(
          { collection: collection.name, id },
          {
            body: body === 'deleted' ? undefined : body,
            position,
            guard: position,
            json: json ?? '',
          },
        );
      }
    }
    for (const { key, name, loaded } of this.working.values()) {
      this.cache.set(name, now.get(key) ?? loaded);
    }
  }

  private held(key: DocumentKey): Working {
    const working = this.working.get(key);
    if (working === undefined) throw new TypeError(`${key.collection} ${key.id} was not read`);
    return working;
  }

  private takeCached(key: DocumentKey): Working | undefined {
    const name = nameOf(key);
    const cached = this.cache.get(name);
    return cached && this.take(key, cached, name);
  }

  private take(key: DocumentKey, loaded: CachedDocument, name = nameOf(key)): Working {
    const working = { key, name, loaded, body: loaded.body, position: loaded.position };
    this.working.set(key, working);
    return working;
  }

  private collection(name: string): DocumentCollection<object> {
    const collection = this.collections.get(name);
    if (collection === undefined) throw new TypeError(`The projection declares no ${name}`);
    return collection;
  }
}

/** Collections have no line breaks in their names. */
function nameOf({ collection, id }: DocumentKey): string {
  return `${collection}\n${id}`;
}

function asCached(loaded: Loaded<object> | undefined): CachedDocument {
  if (loaded === undefined) return ABSENT;
  const { body, position } = loaded;
  return body === 'deleted'
    ? { body: undefined, position, guard: position, json: '' }
    : { body, position, guard: position, json: JSON.stringify(body) };
}

function changeOf({ key, loaded, body, position }: Working): GuardedWrite<object> | undefined {
  if (body === undefined) {
    if (loaded.body === undefined) return undefined;
    return { id: key.id, expected: loaded.guard, position, body: 'deleted' };
  }
  if (body === loaded.body && position === loaded.position) return undefined;
  const json = body === loaded.body ? loaded.json : JSON.stringify(body);
  if (json === loaded.json && position === loaded.position) return undefined;
  return { id: key.id, expected: loaded.guard, position, body, json };
}
