import { WriteConflict } from '#read-models';
import type {
  CollectionDefinition,
  DocumentCollection,
  DocumentStore,
  Ownership,
} from '#read-models';

const ATTEMPTS = 5;

/** Small documents about the read models themselves, kept beside them; several processes may change one. */
export class KeptNotes<Body extends object> {
  private opened: Promise<DocumentCollection<Body>> | undefined;

  constructor(
    private readonly store: DocumentStore,
    private readonly definition: CollectionDefinition,
  ) {}

  async load(ids: readonly string[]): Promise<ReadonlyMap<string, Body>> {
    const found = new Map<string, Body>();
    for (const [id, { body }] of await (await this.collection()).load(ids)) {
      if (body !== 'deleted') found.set(id, body);
    }
    return found;
  }

  /** @param change what becomes of the note as it is now; nothing is written if it stays the same object */
  async change(
    id: string,
    owner: Ownership,
    change: (before: Body | undefined) => Body | undefined,
  ): Promise<Body | undefined> {
    const notes = await this.collection();
    for (let attempt = 1; ; attempt += 1) {
      const loaded = (await notes.load([id])).get(id);
      const before = loaded === undefined || loaded.body === 'deleted' ? undefined : loaded.body;
      const body = change(before);
      if (body === undefined || body === before) return before;
      const expected = loaded?.position ?? ('absent' as const);
      try {
        await notes.write([{ id, expected, position: (loaded?.position ?? 0n) + 1n, body }], owner);
        return body;
      } catch (error) {
        if (!(error instanceof WriteConflict) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private collection(): Promise<DocumentCollection<Body>> {
    this.opened ??= this.store.collection<Body>(this.definition).catch((error: unknown) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }
}
