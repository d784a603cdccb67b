import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toPosition } from '#event-log';
import { Fenced } from '#read-models';
import type { DocumentStore, Ownership } from '#read-models';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { leafHash } from '../hashing';
import { ledgerStoreContract } from '../contract';
import { DocumentLedgerStore, LEDGER_LEASE } from '.';

const newPath = () => join(mkdtempSync(join(tmpdir(), 'ledger-documents-')), 'ledger.db');

async function acquired(documents: DocumentStore, holder: string, now = 0): Promise<Ownership> {
  const terms = { projection: LEDGER_LEASE, holder, ttlMs: 1, now };
  const owner = await documents.lease.acquire(terms);
  if (owner === undefined) throw new Error('The lease is taken');
  return owner;
}

ledgerStoreContract('documents', () => {
  const path = newPath();
  return async () => {
    const documents = openSqliteDocumentStore({ path });
    const owner = await acquired(documents, 'one');
    return new DocumentLedgerStore(documents, () => owner);
  };
});

describe('A ledger in documents', () => {
  const leaf = { hash: leafHash('leaf'), position: toPosition(1n) };
  const checkpoint = { size: 1, note: 'note' };

  it('is read by all, and written by who holds the lease', async () => {
    const path = newPath();
    const documents = openSqliteDocumentStore({ path });
    const first = await acquired(documents, 'first');
    const writer = new DocumentLedgerStore(documents, () => first);
    const reader = new DocumentLedgerStore(openSqliteDocumentStore({ path }), () => undefined);
    await writer.append([leaf]);
    await writer.keepCheckpoint(checkpoint);
    expect(await reader.size()).toBe(1);
    expect(await reader.latestCheckpoint()).toEqual(checkpoint);
    await expect(reader.append([leaf])).rejects.toThrow(Fenced);
    await reader.close();
    await writer.close();
  });

  it('takes nothing from whoever held the lease before', async () => {
    const documents = openSqliteDocumentStore({ path: newPath() });
    const first = await acquired(documents, 'first');
    const former = new DocumentLedgerStore(documents, () => first);
    await former.append([leaf]);
    const second = await acquired(documents, 'second', 10);
    await expect(former.append([leaf])).rejects.toThrow(Fenced);
    await expect(former.keepCheckpoint(checkpoint)).rejects.toThrow(Fenced);
    await expect(former.truncate(0)).rejects.toThrow(Fenced);
    const now = new DocumentLedgerStore(documents, () => second);
    await now.append([{ ...leaf, position: toPosition(2n) }]);
    expect(await now.size()).toBe(2);
    await now.close();
  });
});
