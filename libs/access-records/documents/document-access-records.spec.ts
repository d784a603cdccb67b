import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { accessRecordsContract, look } from '../contract';
import { DocumentAccessRecords } from '.';

const newPath = () => join(mkdtempSync(join(tmpdir(), 'access-documents-')), 'records.db');

let started = 0;
function opened(path: string, now: () => Date): DocumentAccessRecords {
  started += 1;
  const documents = openSqliteDocumentStore({ path });
  return new DocumentAccessRecords({
    documents,
    holder: `process ${started}`,
    now,
    leaseMs: 60_000,
  });
}

accessRecordsContract('documents', () => {
  const path = newPath();
  return (now) => opened(path, now);
});

describe('Records of who looked, in documents', () => {
  it('are recorded by several services at the same time, without a gap', async () => {
    const path = newPath();
    const services = Array.from({ length: 3 }, () => opened(path, () => new Date()));
    const looks = Array.from({ length: 60 }, (_, n) => look({ who: `p${n}` }));
    await Promise.all(looks.map(async (record, n) => services[n % services.length]?.add([record])));
    const [first] = services;
    const kept = await first?.slice(0, 100);
    expect(kept?.map(({ number }) => number)).toEqual(looks.map((_, n) => n));
    const who = kept?.map(({ entry = '{}' }) => (JSON.parse(entry) as { who: string }).who);
    expect(new Set(who)).toEqual(new Set(looks.map((record) => record.who)));
    for (const service of services) await service.close();
  });

  it('are recorded though one of them could not be', async () => {
    const store = opened(newPath(), () => new Date());
    const twice = look();
    const unserialisable = { ...look(), count: 1n as unknown as number };
    const [good, bad] = await Promise.allSettled([store.add([twice]), store.add([unserialisable])]);
    expect([good.status, bad.status]).toEqual(['fulfilled', 'rejected']);
    await store.add([look()]);
    expect((await store.slice(0, 10)).map(({ number }) => number)).toEqual([0, 1]);
    await store.close();
  });
});
