import type { Batch, DocumentStore } from '#read-models';
import { namesOf, Workshop } from './testing';

let workshop: Workshop;

beforeEach(() => {
  workshop = new Workshop();
});
afterEach(async () => {
  await workshop.close();
});

/** A store far away: it answers so many commits together, and none before that many have come. */
class DistantStore {
  readonly commitsAtATime: number;
  most = 0;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly near: DocumentStore,
    together: number,
  ) {
    this.commitsAtATime = together;
  }

  static at(near: DocumentStore, together: number): DocumentStore & DistantStore {
    const distant = new DistantStore(near, together);
    return new Proxy(near, {
      get: (_, name) => {
        const from: object = name in distant ? distant : near;
        const value: unknown = Reflect.get(from, name, from);
        return typeof value === 'function' ? (value as () => unknown).bind(from) : value;
      },
    }) as DocumentStore & DistantStore;
  }

  async commit(batch: Batch): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.waiting.push(resolve);
    this.most = Math.max(this.most, this.waiting.length);
    if (this.waiting.length === this.commitsAtATime) {
      for (const answer of this.waiting) answer();
      this.waiting = [];
    }
    await promise;
    await this.near.commit(batch);
  }
}

const four = ['p', 'q', 'r', 's'].map((name) => namesOf({ name, spec: { name, indexes: [] } }));

it('apply a batch to as many projections at a time as the store has a use for', async () => {
  await workshop.record('a1', 'a2', 'a3', 'b1');
  const store = DistantStore.at(workshop.store, 2);
  const engine = await workshop.started(four, { store });
  await engine.caughtUp();

  expect(store.most).toBe(2);
  for (const { name } of four) {
    expect(await workshop.read(engine, 'a', name)).toEqual(['a1', 'a2', 'a3']);
    expect(await workshop.read(engine, 'b', name)).toEqual(['b1']);
  }
});
