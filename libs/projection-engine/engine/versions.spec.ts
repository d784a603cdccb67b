import type { Batch } from '#read-models';
import { overriding } from '#projection-engine/testing';
import { Workshop, nameIn, namesOf, withName } from './testing';
import { dropReadModels, dropSuperseded, ModelNotReady } from '.';
import type { ProjectionEngine } from '.';

let workshop: Workshop;

beforeEach(() => {
  workshop = new Workshop();
});
afterEach(async () => {
  await workshop.close();
});

describe('a new version', () => {
  const second = namesOf({
    version: 2,
    apply: (document, event) => withName(document, `new ${nameIn(event)}`),
  });

  it('is built beside the old one, which is read until then and stays', async () => {
    await workshop.record('a1', 'a2', 'a3');
    await workshop.catchUpOnce([namesOf()]);

    const readWhileBuilding: unknown[] = [];
    const commit = async (batch: Batch): Promise<void> => {
      readWhileBuilding.push(await workshop.read(engine, 'a'));
      await workshop.store.commit(batch);
    };
    const watched = overriding(workshop.store, { commit });
    const engine = workshop.engine([second], { store: watched, batchSize: 1 });
    await engine.start();
    await engine.caughtUp();

    expect(readWhileBuilding).toEqual(Array.from({ length: 3 }, () => ['a1', 'a2', 'a3']));
    expect(await workshop.read(engine, 'a')).toEqual(['new a1', 'new a2', 'new a3']);
    expect(await workshop.store.versions('names')).toEqual([1, 2]);
  });

  it('is not shown half-built when the process ends meanwhile', async () => {
    await workshop.record('a1', 'a2', 'a3', 'a4', 'a5');
    const engine: ProjectionEngine = workshop.engine(
      [
        {
          ...second,
          apply: (document, event, key) => {
            if (nameIn(event) === 'a2') ending = engine.stop();
            return second.apply(document, event, key);
          },
        },
      ],
      { batchSize: 1 },
    );
    let ending: Promise<void> | undefined;
    await engine.start();
    while (ending === undefined) await new Promise((resolve) => setImmediate(resolve));
    await ending;
    expect(await workshop.store.alias.get('names')).toBeUndefined();

    const next = await workshop.started([second]);
    await next.caughtUp();
    expect(await workshop.read(next, 'a')).toEqual(
      ['a1', 'a2', 'a3', 'a4', 'a5'].map((a) => `new ${a}`),
    );
  });

  it('that asks other questions cannot be asked them before it is built', async () => {
    await workshop.record('a1');
    await workshop.catchUpOnce([namesOf()]);
    const index = { name: 'events', fields: [{ path: 'events', multiValued: true as const }] };
    const other = namesOf({ version: 2, spec: { name: 'names', indexes: [index] } });
    const engine = workshop.engine([other]);
    await expect(engine.collection('names')).rejects.toThrow(ModelNotReady);
    await engine.start();
    await engine.caughtUp();
    expect(await workshop.read(engine, 'a')).toEqual(['a1']);
  });

  describe('dropped altogether', () => {
    const drop = () =>
      dropReadModels(workshop.store, [second], { holder: 'operator', now: workshop.now });
    const both = [1, 2].map((version) => ({ name: 'names', version }));
    /** What others keep in the same store. */
    const beside = () =>
      workshop.store.collection({ name: 'ledger-leaves', version: 1, indexes: [] });

    beforeEach(async () => {
      await workshop.record('a1', 'a2');
      await workshop.catchUpOnce([namesOf()]);
      await beside();
    });

    it('is built from the first event, and nothing else is dropped', async () => {
      await workshop.catchUpOnce([second]);

      expect(await drop()).toEqual({ dropped: both, inUse: [] });
      expect(await workshop.store.versions('names')).toEqual([]);
      expect(await workshop.store.alias.get('names')).toBeUndefined();
      expect(await workshop.store.versions('ledger-leaves')).toEqual([1]);
      await workshop.catchUpOnce([second]);
      const [status] = await (await workshop.started([second])).status();
      expect(status).toMatchObject({ version: 2, eventsApplied: 2 });
    });

    it('stays whole while a program keeps one version up to date', async () => {
      await workshop.started([second], { holder: 'two' });

      expect(await drop()).toEqual({ dropped: [], inUse: [both[1]] });
      expect(await workshop.store.versions('names')).toEqual([1, 2]);
      expect((await drop()).inUse).toEqual([both[1]]);
    });
  });

  describe('once readers see it', () => {
    const drop = () =>
      dropSuperseded(workshop.store, [second], { holder: 'operator', now: workshop.now });
    const first = { name: 'names', version: 1 };

    beforeEach(async () => {
      await workshop.record('a1', 'a2');
    });

    it('lets the old one be dropped, which its own program then builds anew', async () => {
      await workshop.catchUpOnce([namesOf()]);
      await workshop.catchUpOnce([second]);

      expect(await drop()).toEqual({ dropped: [first], inUse: [] });
      expect(await workshop.store.versions('names')).toEqual([2]);
      await workshop.catchUpOnce([namesOf()]);
      const [status] = await (await workshop.started([namesOf()])).status();
      expect(status).toMatchObject({ version: 1, eventsApplied: 2 });
      expect(workshop.stopped).toEqual([]);
    });

    it('keeps the old one while a program keeps that up to date', async () => {
      await workshop.started([namesOf()]);
      await workshop.catchUpOnce([second], { holder: 'two' });

      expect(await drop()).toEqual({ dropped: [], inUse: [first] });
      expect(await workshop.store.versions('names')).toEqual([1, 2]);
    });

    it('is never dropped itself, nor what is being built', async () => {
      await workshop.catchUpOnce([namesOf()]);

      expect(await drop()).toEqual({ dropped: [], inUse: [] });
    });
  });
});
