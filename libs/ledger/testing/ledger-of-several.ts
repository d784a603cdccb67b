import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toPosition } from '#event-log';
import type { DocumentStore } from '#read-models';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { DocumentLedgerTrees } from '../documents';
import { leafHash } from '../hashing';
import { Signer } from '../note';
import type { LedgerStore } from '../store';
import { Ledger } from '../upkeep';
import type { FollowedLeaf, LeafSource } from '../upkeep';

const ORIGIN = 'four-good.test/log';

export function newDocumentsPath(): string {
  return join(mkdtempSync(join(tmpdir(), 'ledger-documents-')), 'ledger.db');
}

/** One of the processes that keep a ledger together. */
export interface LedgerProcess {
  readonly ledger: Ledger;
  readonly store: LedgerStore;
}

/** A log, and a ledger of it that several processes keep together in one store of documents. */
export class LedgerOfSeveral {
  readonly leaves: FollowedLeaf[] = [];
  private readonly path = newDocumentsPath();
  private readonly signer = new Signer(ORIGIN, generateKeyPairSync('ed25519').privateKey);
  private readonly opened: DocumentLedgerTrees[] = [];
  private started = 0;

  /** @param leaseMs how long others wait for one that did not let go; by default, as services do */
  constructor(private readonly leaseMs?: number) {}

  record(count: number): void {
    for (let added = 0; added < count; added += 1) {
      const number = this.leaves.length + 1;
      const position = toPosition(3n * BigInt(number));
      this.leaves.push({ hash: leafHash(`entry ${number}`), position, id: `${number}` });
    }
  }

  /** @param around what happens between the process and the store */
  start(
    around: (documents: DocumentStore) => DocumentStore = (documents) => documents,
  ): LedgerProcess {
    this.started += 1;
    const trees = new DocumentLedgerTrees({
      name: 'ledger',
      documents: around(openSqliteDocumentStore({ path: this.path })),
      holder: `process ${this.started}`,
      now: () => new Date(),
      ...(this.leaseMs === undefined ? {} : { leaseMs: this.leaseMs }),
    });
    this.opened.push(trees);
    const store = trees.storeOf(1);
    const ledger = new Ledger({
      leaves: this.source(),
      store,
      signers: () => [this.signer],
      origin: () => Promise.resolve(ORIGIN),
      pause: () => new Promise((resolve) => setImmediate(resolve)),
    });
    return { ledger, store };
  }

  async close(): Promise<void> {
    for (const trees of this.opened) await trees.close();
  }

  private source(): LeafSource {
    return {
      slice: (after, maxCount) => {
        const from =
          after === 'start' ? 0 : this.leaves.findIndex(({ position }) => position > after);
        return Promise.resolve(from < 0 ? [] : this.leaves.slice(from, from + maxCount));
      },
    };
  }
}
