import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { toPosition } from '#event-log';
import type { EventLog } from '#event-log';
import { givenEvent } from '#event-log/contract';
import { openSqliteEventLog } from '#event-log/sqlite';
import { FileLedgerStore } from '../files';
import { Signer } from '../note';
import type { KeptCheckpoint } from '../store';
import { Ledger, leavesOf } from '../upkeep';

const ORIGIN = 'four-good.test/log';

/** A log in a file and its ledger beside it; each turn is that of a process of its own. */
export class LedgerOnDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'ledger-on-disk-'));
  private readonly signer = new Signer(ORIGIN, generateKeyPairSync('ed25519').privateKey);
  private recorded = 0;

  get path(): string {
    return join(this.folder, 'events.db');
  }

  async record(count: number): Promise<void> {
    await this.inLog(async (log) => {
      for (let added = 0; added < count; added += 1) {
        this.recorded += 1;
        await log.append(`meeting-${this.recorded}`, 'no-stream', [givenEvent(this.recorded)]);
      }
    });
  }

  /** Starts, takes what was recorded, signs it if that is wanted, and ends. @throws LedgerBroken */
  async run(signs = true): Promise<KeptCheckpoint | undefined> {
    return this.inLedger(async (ledger) => {
      await ledger.follow(new AbortController().signal);
      return signs ? ledger.sign() : undefined;
    });
  }

  /** @param countedFrom how much more the store counts that the log was moved to */
  async inLedger<T>(
    work: (ledger: Ledger, store: FileLedgerStore) => Promise<T>,
    countedFrom = 0n,
  ): Promise<T> {
    return this.inLog(async (own) => {
      const log = counted(own, countedFrom);
      const store = new FileLedgerStore(join(this.folder, 'ledger'));
      const signers = () => [this.signer];
      try {
        return await work(
          new Ledger({
            leaves: leavesOf(log),
            store,
            signers,
            origin: () => Promise.resolve(ORIGIN),
          }),
          store,
        );
      } finally {
        await store.close();
      }
    });
  }

  /** As somebody does who has the file, and not the key. */
  tamper(sql: string): void {
    const database = new DatabaseSync(this.path);
    database.exec(sql);
    database.close();
  }

  async inLog<T>(work: (log: EventLog) => Promise<T>): Promise<T> {
    const log = openSqliteEventLog({ path: this.path, clock: () => new Date() });
    try {
      return await work(log);
    } finally {
      await log.close();
    }
  }
}

/** The same events, as a store tells them that counts otherwise. */
function counted(log: EventLog, more: bigint): Pick<EventLog, 'readAllSlice'> {
  return {
    readAllSlice: async ({ after = 'start', ...options } = {}) => {
      const from = after === 'start' ? after : toPosition(after - more);
      const events = await log.readAllSlice({ ...options, after: from });
      return events.map((event) => ({ ...event, position: toPosition(event.position + more) }));
    },
  };
}
