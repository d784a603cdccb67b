import type {
  CollectionDefinition,
  DocumentCollection,
  DocumentStore,
  Found,
  GuardedWrite,
  Ownership,
  Query,
} from '..';

/** A read model like ours: found by the bodies above it, ordered by year and score, or by position. */
export interface Card {
  readonly organisations: readonly string[];
  readonly year: number;
  readonly outcome?: string | null;
  readonly final?: boolean;
  readonly period?: { readonly from: string };
  readonly changedAt: string;
}

const position = { path: 'changedAt', kind: 'position' } as const;

export const cards: CollectionDefinition = {
  name: 'cards',
  version: 1,
  indexes: [
    {
      name: 'under',
      fields: [{ path: 'organisations', multiValued: true }, position, { path: 'outcome' }],
    },
    {
      name: 'underInYear',
      fields: [
        { path: 'year' },
        { path: 'organisations', multiValued: true },
        { path: 'period.from' },
      ],
    },
    { name: 'byYear', fields: [{ path: 'year' }, { path: 'outcome' }, { path: 'final' }] },
    { name: 'byPosition', fields: [position] },
    { name: 'byPeriod', fields: [{ path: 'period.from' }, { path: 'year' }] },
  ],
};

export type MakeStore = () => Promise<DocumentStore>;

/** A store for one test, and fresh collections in it for each run of a property. */
export class Bench {
  #store: DocumentStore | undefined;
  #version = 0;

  constructor(private readonly makeStore: MakeStore) {}

  async open(): Promise<void> {
    this.#store = await this.makeStore();
    this.#version = 0;
  }

  async close(): Promise<void> {
    await this.#store?.close();
  }

  get store(): DocumentStore {
    if (this.#store === undefined) throw new Error('the store is opened before each test');
    return this.#store;
  }

  async owner(projection = 'cards@1', holder = 'first'): Promise<Ownership> {
    const owner = await this.store.lease.acquire({ projection, holder, ttlMs: 1000, now: 0 });
    if (owner === undefined) throw new Error(`${projection} is owned by somebody else`);
    return owner;
  }

  async cards(options?: { readonly indexes: 'deferred' }): Promise<DocumentCollection<Card>> {
    this.#version += 1;
    return this.store.collection<Card>({ ...cards, version: this.#version }, options);
  }
}

export function card(fields: Partial<Card> = {}): Card {
  return { organisations: [], year: 2024, changedAt: '1', ...fields };
}

export function created(id: string, body: Card, at = BigInt(body.changedAt)): GuardedWrite<Card> {
  return { id, expected: 'absent', position: at, body };
}

export async function dumped(collection: DocumentCollection<Card>): Promise<string[]> {
  const lines: string[] = [];
  for await (const { id, position: at, json } of collection.dump()) {
    lines.push(`${id} ${at} ${json}`);
  }
  return lines;
}

/** All pages of a query, `between` called after each. */
export async function everyPage(
  collection: DocumentCollection<Card>,
  query: Query,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<Found<Card>[]> {
  const found: Found<Card>[] = [];
  let next: Query | undefined = query;
  while (next !== undefined) {
    const page = await collection.find(next);
    found.push(...page.items);
    const last = page.items.at(-1);
    next = page.hasMore && last !== undefined ? { ...query, after: last.cursor } : undefined;
    await between();
  }
  return found;
}
