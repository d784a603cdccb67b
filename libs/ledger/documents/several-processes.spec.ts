import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import { readCheckpoint } from '../note';
import { ReadModelsUnavailable } from '#read-models';
import type { DocumentStore } from '#read-models';
import { awayAt } from '../testing/away-at';
import { LedgerOfSeveral } from '../testing/ledger-of-several';
import type { LedgerProcess } from '../testing/ledger-of-several';
import { LeafHashes, rootOf } from '../tree';
import { LedgerBroken } from '../upkeep';

const GOES_ON = new AbortController().signal;

const ACT = fc.record({
  records: fc.integer({ min: 0, max: 300 }),
  /** Which of them take their turn, at the same time. */
  run: fc.subarray([0, 1, 2]),
  signs: fc.boolean(),
  /** One that ends and is started again. */
  restarted: fc.option(fc.nat({ max: 2 })),
});

async function step({ ledger }: LedgerProcess, signs: boolean): Promise<void> {
  await ledger.follow(GOES_ON);
  if (signs) await ledger.sign();
}

function requireAbsence(error: unknown): void {
  if (!(error instanceof ReadModelsUnavailable)) throw error;
}

/** All that was signed is of the log as it is; the leaves are its events, each once. */
async function expectTrue(kept: LedgerOfSeveral, { store }: LedgerProcess): Promise<void> {
  const leaves = Buffer.concat(kept.leaves.map(({ hash }) => hash));
  expect((await store.leaves(0, kept.leaves.length + 9)).equals(leaves)).toBe(true);
  expect(await store.size()).toBe(kept.leaves.length);
  for (const { note } of await store.checkpoints(0)) {
    const { size, root } = readCheckpoint(note);
    expect(root).toEqual(await rootOf(new LeafHashes(leaves), size));
  }
  const places = kept.leaves.slice(-20).map(({ position }) => store.indexOf(position));
  const numbers = kept.leaves.map((_, number) => number);
  expect(await Promise.all(places)).toEqual(numbers.slice(-20));
}

describe('A ledger that several processes keep together', () => {
  it('has each leaf once, and signs nothing that another one contradicts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ACT, { minLength: 1, maxLength: 6 }), async (acts) => {
        const kept = new LedgerOfSeveral();
        const processes = [kept.start(), kept.start(), kept.start()];
        for (const { records, run, signs, restarted } of acts) {
          kept.record(records);
          if (restarted !== null) processes[restarted] = kept.start();
          const running = processes.filter((_, at) => run.includes(at));
          await Promise.all(running.map((process) => step(process, signs)));
        }
        for (const process of processes) {
          await step(process, true);
          expect(process.ledger.state).toBe('SIGNING');
          expect(process.ledger.signedSize).toBe(kept.leaves.length);
        }
        const [first] = processes;
        if (first !== undefined) await expectTrue(kept, first);
        await kept.close();
      }),
      { numRuns: runs(15) },
    );
  });

  it('is the same where the store is away at any moment, before or after it has done what it was asked', async () => {
    const weather = fc.array(fc.constantFrom('fine', 'fine', 'fine', 'before', 'after'), {
      minLength: 1,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(ACT, { maxLength: 5 }), weather, async (acts, days) => {
        const kept = new LedgerOfSeveral(200);
        let day = 0;
        let isOver = false;
        const changing = (documents: DocumentStore) =>
          awayAt(documents, () => {
            day += 1;
            return isOver ? 'fine' : (days[day % days.length] ?? 'fine');
          });
        const processes = [kept.start(changing), kept.start(changing), kept.start(changing)];
        for (const { records, run, signs, restarted } of acts) {
          kept.record(records);
          if (restarted !== null) processes[restarted] = kept.start(changing);
          const running = processes.filter((_, at) => run.includes(at));
          await Promise.all(running.map((process) => step(process, signs).catch(requireAbsence)));
        }
        isOver = true;
        for (const process of processes) {
          while (process.ledger.signedSize < kept.leaves.length) {
            await step(process, true).catch(requireAbsence);
          }
          expect(process.ledger.signedSize).toBe(kept.leaves.length);
          await expectTrue(kept, process);
        }
        await kept.close();
      }),
      { numRuns: runs(25) },
    );
  });

  it('is compared with the log by each of them: one that reads another log signs nothing', async () => {
    const kept = new LedgerOfSeveral();
    kept.record(20);
    const one = kept.start();
    await step(one, true);
    const other = { ...kept.leaves[5], hash: Buffer.alloc(32) } as (typeof kept.leaves)[number];
    kept.leaves.splice(5, 1, other);
    const two = kept.start();
    await expect(step(two, true)).rejects.toThrow(LedgerBroken);
    expect(two.ledger.found).toMatchObject({ index: 5, event: '6' });
    await kept.close();
  });

  it('lets a log that does not tell yet what another one has read come up', async () => {
    const kept = new LedgerOfSeveral();
    kept.record(300);
    const [one, two] = [kept.start(), kept.start()];
    await step(one, true);
    await step(two, true);
    kept.record(50);
    await step(one, true);
    // Of another node of the log, say.
    const ahead = kept.leaves.splice(320);
    await two.ledger.follow(GOES_ON);
    expect(two.ledger.state).toBe('SIGNING');
    expect((await two.ledger.sign())?.size).toBe(350);
    kept.leaves.push(...ahead);
    kept.record(5);
    await step(two, true);
    await step(one, true);
    await expectTrue(kept, one);
    await kept.close();
  });

  it('is built up by one where another one ended in the middle', async () => {
    const kept = new LedgerOfSeveral();
    kept.record(700);
    const one = kept.start();
    await step(one, true);
    const two = kept.start();
    await step(two, true);
    // As one leaves it that ends while it writes down anew where events are.
    await one.store.exclusively(() => one.store.truncate(300));
    kept.record(10);
    await step(two, true);
    await expectTrue(kept, two);
    await kept.close();
  });
});
