import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openSqliteEventLog } from '#event-log/sqlite';
import { Ledger, leavesOf } from '#ledger';
import { FileLedgerStore } from '#ledger/files';
import { LedgerKeys } from '#ledger/keys';
import type { Round } from './part';

export interface LedgerRequest {
  readonly log: string;
  /** Where the ledger is made; anything there is dropped. */
  readonly folder: string;
}

export interface SignedRound extends Round {
  /** With which the tree was signed. */
  readonly keys: readonly string[];
}

/** The ledger of a log from nothing, as the service keeps it, until its tree is signed. */
export async function timedLedger({ log: path, folder }: LedgerRequest): Promise<SignedRound> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const now = () => new Date();
  const log = openSqliteEventLog({ path, clock: now, readOnly: true });
  const store = new FileLedgerStore(folder);
  const keys = new LedgerKeys(join(folder, 'keys'), now);
  const ledger = new Ledger({
    leaves: leavesOf(log),
    store,
    origin: () => Promise.resolve('four-good.bench/log'),
    signers: (origin) => keys.signers(origin),
    isKeyNew: true,
    pause: async () => {
      await setImmediate();
    },
  });
  try {
    const start = performance.now();
    await ledger.follow(new AbortController().signal);
    await ledger.sign();
    const seconds = (performance.now() - start) / 1000;
    return { units: ledger.signedSize, seconds, keys: keys.published().map(({ key }) => key) };
  } finally {
    await store.close();
    await log.close();
  }
}
