import type { DocumentCollection } from '#read-models';
import type { Turns } from './turns';

/** Documents that are known by a number each, written by whoever holds the lease. */
export class KeptDocuments<D extends object> {
  constructor(
    readonly collection: DocumentCollection<D>,
    private readonly turns: Pick<Turns, 'owner'>,
  ) {}

  async load(ids: readonly string[]): Promise<ReadonlyMap<string, D>> {
    const loaded = await this.collection.load(ids);
    return new Map(
      [...loaded].flatMap(([id, { body }]) => (body === 'deleted' ? [] : [[id, body] as const])),
    );
  }

  /** @throws Fenced where somebody else writes by now */
  async keep(id: string, body: D | 'deleted'): Promise<void> {
    const { owner } = this.turns;
    // A document's position counts its writings here; the log has nothing to do with it.
    const before = (await this.collection.load([id])).get(id)?.position;
    const expected = before ?? 'absent';
    const position = before === undefined ? 0n : before + 1n;
    await this.collection.write([{ id, expected, position, body }], owner);
  }

  /** The last one by an index of one number, or of several whose first are given. */
  async last(index: string, where: Readonly<Record<string, number>> = {}): Promise<D | undefined> {
    const order = { index, direction: 'descending' } as const;
    const { items } = await this.collection.find({ where, order, limit: 1 });
    return items[0]?.body;
  }
}
