import { BY_ID, type CollectionDefinition } from '../definition';
import type { GuardedWrite } from '../document';
import { DocumentRefused, IndexMissing } from '../errors';
import { MemoryIndex, type Entry } from './memory-index';

/** Documents are text, as in every store: nobody changes one by changing what was read. */
export interface HeldDocument {
  readonly position: bigint;
  /** `undefined` for a tombstone. */
  readonly json: string | undefined;
}

/** What a batch does to one document, checked. */
export interface PreparedChange {
  readonly id: string;
  readonly held: HeldDocument;
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
}

/** The documents of one collection in one version, with their indexes. */
export class HeldDocuments {
  readonly documents = new Map<string, HeldDocument>();
  private readonly byId: MemoryIndex;
  private readonly declared: ReadonlyMap<string, MemoryIndex>;
  private readonly deferred: Set<string>;

  constructor(readonly definition: CollectionDefinition) {
    this.byId = new MemoryIndex(definition, BY_ID);
    this.declared = new Map(
      definition.indexes.map((index) => [index.name, new MemoryIndex(definition, index)]),
    );
    this.deferred = new Set(this.declared.keys());
  }

  buildIndexes(): void {
    this.deferred.clear();
  }

  /** @throws {IndexMissing} */
  index(name: string): MemoryIndex {
    const index = name === BY_ID.name ? this.byId : this.declared.get(name);
    if (index === undefined || this.deferred.has(name)) {
      throw new IndexMissing(this.definition, name, 'not built yet');
    }
    return index;
  }

  /** The ids of documents that are not as expected. */
  conflicts(changes: readonly GuardedWrite<object>[]): readonly string[] {
    return changes
      .filter(({ id, expected }) => (this.documents.get(id)?.position ?? 'absent') !== expected)
      .map(({ id }) => id);
  }

  /** @throws {DocumentRefused} */
  prepare(changes: readonly GuardedWrite<object>[]): readonly PreparedChange[] {
    const ids = new Set<string>();
    return changes.map((change) => {
      const { id } = change;
      if (id === '' || !id.isWellFormed() || id.includes('\u0000')) {
        const fault = 'the id is empty, not well-formed text, or holds a NUL';
        throw new DocumentRefused(this.definition, id, fault);
      }
      if (ids.has(id)) throw new DocumentRefused(this.definition, id, 'twice in one batch');
      ids.add(id);
      return this.prepared(change);
    });
  }

  apply(changes: readonly PreparedChange[]): void {
    for (const { id, held, entries } of changes) {
      this.documents.set(id, held);
      if (held.json === undefined) {
        for (const index of this.all()) index.remove(id);
        continue;
      }
      this.byId.set(id, [{ key: [], id }]);
      for (const [name, index] of this.declared) index.set(id, entries.get(name) ?? []);
    }
  }

  empty(): void {
    for (const id of this.documents.keys()) for (const index of this.all()) index.remove(id);
    this.documents.clear();
  }

  private prepared({ id, position, body, json }: GuardedWrite<object>): PreparedChange {
    if (body === 'deleted') return { id, held: { position, json: undefined }, entries: new Map() };
    const entries = new Map<string, readonly Entry[]>();
    for (const [name, index] of this.declared) entries.set(name, index.entriesOf(id, body));
    return { id, held: { position, json: json ?? JSON.stringify(body) }, entries };
  }

  private all(): readonly MemoryIndex[] {
    return [this.byId, ...this.declared.values()];
  }
}
