import { DocumentRefused, ReadModelsUnavailable } from '#read-models';
import type { Batch, DocumentStore } from '#read-models';
import { overriding } from '#projection-engine/testing';
import type { Projection } from '../runner';
import { ParkedEvents, referenceTo } from '.';
import { Workshop, namesOf, until } from './testing';

let workshop: Workshop;

beforeEach(() => {
  workshop = new Workshop();
});
afterEach(async () => {
  await workshop.close();
});

const SECOND = { name: 'second', version: 1 };

/** Every name goes into two collections. */
const twofold: Projection = {
  ...namesOf(),
  collections: [
    { name: 'names', indexes: [] },
    { name: SECOND.name, indexes: [] },
  ],
  keysOf: (event) =>
    namesOf()
      .keysOf(event)
      .flatMap(({ id }) => ['names', SECOND.name].map((collection) => ({ collection, id }))),
};

/** The second collection cannot keep `a2`; before that comes out, the store goes away in the middle of the write. */
function halfWriting(near: DocumentStore): DocumentStore {
  let isInterrupted = false;
  const commit = async (batch: Batch): Promise<void> => {
    const refused = batch.writes.find(
      ({ collection, changes }) =>
        collection.name === SECOND.name && changes.some(({ json = '' }) => json.includes('"a2"')),
    );
    if (refused === undefined) {
      await near.commit(batch);
      return;
    }
    if (isInterrupted) throw new DocumentRefused(SECOND, 'a', 'cannot be kept');
    isInterrupted = true;
    const { owner, writes } = batch;
    await near.commit({ owner, writes: writes.filter((one) => one !== refused) });
    throw new ReadModelsUnavailable('interrupted');
  };
  return overriding(near, { commit });
}

it('a parked event that was written in part is in no document afterwards', async () => {
  await workshop.record('a1', 'a2', 'a3', 'b1');
  const [, parked] = await workshop.log.readStreamSlice('organisation-a', 0);
  if (parked === undefined) throw new RangeError('It was recorded');
  const order = {
    ...referenceTo(parked),
    reason: 'known',
    by: 'clerk',
    at: '2024-05-01T00:00:00Z',
  };
  const giving = { holder: 'operator', now: workshop.now };
  await new ParkedEvents(workshop.store).park(order, giving);
  const engine = await workshop.started([twofold], { store: halfWriting(workshop.store) });
  await until(async () => (await engine.leftOut()).length > 0);
  await engine.caughtUp();

  for (const collection of ['names', SECOND.name]) {
    expect(await workshop.read(engine, 'a', collection)).toEqual(['a1', 'a3']);
    expect(await workshop.read(engine, 'b', collection)).toEqual(['b1']);
  }
  expect(workshop.stopped).toEqual([]);
});
