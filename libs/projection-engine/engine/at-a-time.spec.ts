import type { Batch, DocumentStore } from '#read-models';
import { overriding } from '#projection-engine/testing';
import { namesOf, Workshop } from './testing';

let workshop: Workshop;

beforeEach(() => {
  workshop = new Workshop();
});
afterEach(async () => {
  await workshop.close();
});

/** A store far away: it answers so many commits together, and none before that many have come. */
function distant(near: DocumentStore, commitsAtATime: number): DocumentStore {
  let waiting: (() => void)[] = [];
  const commit = async (batch: Batch): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push(resolve);
    if (waiting.length === commitsAtATime) {
      for (const answer of waiting) answer();
      waiting = [];
    }
    await promise;
    await near.commit(batch);
  };
  return overriding(near, { commitsAtATime, commit });
}

const four = ['p', 'q', 'r', 's'].map((name) => namesOf({ name, spec: { name, indexes: [] } }));

it('apply a batch to as many projections at a time as the store has a use for', async () => {
  await workshop.record('a1', 'a2', 'a3', 'b1');
  const store = distant(workshop.store, 2);
  const engine = await workshop.started(four, { store });
  await engine.caughtUp();

  for (const { name } of four) {
    expect(await workshop.read(engine, 'a', name)).toEqual(['a1', 'a2', 'a3']);
    expect(await workshop.read(engine, 'b', name)).toEqual(['b1']);
  }
});
