import { setTimeout as elapsed } from 'node:timers/promises';
import type { LeaseTimes } from '#projection-engine';
import type { DocumentStore } from '#read-models';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { ProcessRunner } from '.';

const WATCHFUL = { leaseMs: 9_000, lookEveryMs: 2 };
const STALLED = { leaseMs: 9_000, lookEveryMs: 2 ** 30 };

/** Read models that never change: only an owner's beginning has it run anything. */
const models = {
  caughtUp: () => Promise.resolve(),
  onProgress: () => () => undefined,
};

describe('processes that several programs could run', () => {
  let store: DocumentStore;
  let now: Date;
  let ran: string[];
  const runners: ProcessRunner[] = [];

  beforeEach(() => {
    store = openSqliteDocumentStore({ path: ':memory:' });
    now = new Date('2024-05-01T00:00:00Z');
    ran = [];
  });
  afterEach(async () => {
    for (const runner of runners.splice(0)) await runner.stop();
    await store.close();
  });

  async function started(holder: string, ownership: LeaseTimes = WATCHFUL): Promise<ProcessRunner> {
    const runner = new ProcessRunner({
      models,
      store,
      holder,
      now: () => now,
      processes: [
        {
          name: 'any',
          follows: [],
          run: () => {
            ran.push(holder);
            return Promise.resolve();
          },
        },
      ],
      everyMs: 60_000,
      onFailed: (_, error) => ran.push(String(error)),
      ownership,
    });
    runners.push(runner);
    await runner.start();
    return runner;
  }

  it('are run by one of them', async () => {
    await started('one');
    await started('two');

    expect(ran).toEqual(['one']);
  });

  it('are run by the next when that one ends', async () => {
    const first = await started('one');
    await started('two');
    await first.stop();
    while (ran.length < 2) await elapsed(2);

    expect(ran).toEqual(['one', 'two']);
  });

  it('are run by the next when that one stalls, once its lease has run out', async () => {
    await started('one', STALLED);
    await started('two');
    now = new Date(now.getTime() + 9_000);
    while (ran.length < 2) await elapsed(2);

    expect(ran).toEqual(['one', 'two']);
  });
});
