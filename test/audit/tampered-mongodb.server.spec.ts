import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { MongoClient } from 'mongodb';
import type { Collection, Document } from 'mongodb';
import { readCheckpoint, readVerifierKey } from '#ledger';
import { databaseNameIn } from '#mongodb-client';
import { termOf } from '#read-models';
import { onServer } from '#read-models/contract';
import { TestDatabases } from '#read-models/mongodb/testing';
import { runs } from '#vocabulary/testing';
import { toldHistory } from '../../apps/audit/exporting/told-history';
import { UrlSource } from '../../apps/audit/exporting/url-source';
import { writeExport } from '../../apps/audit/exporting/write-export';
import { eventsOf, lastEventOf } from '../../apps/audit/reading/exported-events';
import { ExportFolder } from '../../apps/audit/reading/export-folder';
import { CannotTell } from '../../apps/audit/terminal/outcome';
import { verifyExport } from '../../apps/audit/verifying/verify-export';
import type { VerifyRequest } from '../../apps/audit/verifying/verify-export';
import { verifyToldHistory } from '../../apps/audit/verifying/verify-told-history';
import { recognisedCell } from '../../apps/api/testing/recognised-cell';
import { startTestApi } from '../../apps/api/testing/test-api';
import type { TestApi } from '../../apps/api/testing/test-api';
import { EventStoreDouble } from '../eventstore-double';
import { runAudit } from './run-audit';

/** What somebody did to a document, and how it is undone. */
interface Tampered {
  readonly undo: () => Promise<unknown>;
}

/** A service whose log is over a network keeps copies of its events, and the ledger, in its database. */
onServer('TEST_MONGODB_URL', 'a database that was tampered with', (server) => {
  const databases = new TestDatabases(server);
  const folder = mkdtempSync(join(tmpdir(), 'tampered-database-'));
  const readModelsUrl = databases.newUrl();
  const client = new MongoClient(readModelsUrl, { useBigInt64: true });
  let double: EventStoreDouble;
  let api: TestApi;
  let kept: Pick<VerifyRequest, 'keys' | 'since' | 'sinceLeaves'>;
  let number = 0;

  beforeAll(async () => {
    double = await EventStoreDouble.start();
    api = await startTestApi({ stores: { eventLogUrl: double.url, readModelsUrl } });
    await recognisedCell(api);
    await api.settle();
    const honest = await exported();
    const since = readCheckpoint(honest.read('checkpoint')?.toString() ?? '');
    kept = { keys: honest.manifest.keys.map(readVerifierKey), since };
    kept = { ...kept, sinceLeaves: honest.read('leaves.bin') ?? Buffer.alloc(0) };
    honest.close();
  });
  afterAll(async () => {
    await client.close();
    await api.stop();
    await double.stop();
    await databases.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function exported(): Promise<ExportFolder> {
    number += 1;
    const path = join(folder, `export-${number}`);
    const source = new UrlSource(api.url, undefined);
    await writeExport(source, {
      folder: path,
      now: () => new Date(0),
      onProgress: () => undefined,
    });
    return ExportFolder.open(path);
  }

  /** As `verify --url --since` does it, in this process. */
  async function verified(): Promise<'all right' | readonly string[]> {
    try {
      const opened = await exported();
      const request = { ...kept, witnesses: [], onProgress: () => undefined };
      const { ok, findings } = await verifyExport(opened, request);
      if (!ok) return findings.map(({ kind, index }) => `${kind} ${String(index)}`);
      const last = await lastEventOf(opened);
      const told = toldHistory(new UrlSource(api.url, undefined), last?.id ?? '');
      const found = await verifyToldHistory(eventsOf(opened), told);
      return found.length === 0
        ? 'all right'
        : found.map(({ kind, index }) => `${kind} ${String(index)}`);
    } catch (error) {
      if (error instanceof CannotTell) return ['cannot tell'];
      throw error;
    }
  }

  async function collectionOf(named: string): Promise<Collection> {
    const all = await client.db(databaseNameIn(readModelsUrl)).collections();
    const found = all.find(({ collectionName }) => collectionName.includes(named));
    if (found === undefined) throw new Error(`There is no collection ${named}`);
    return found;
  }

  async function withDocument(
    named: string,
    at: number,
    change: (collection: Collection, document: Document) => Promise<unknown>,
    among: Document = {},
  ): Promise<Tampered> {
    const collection = await collectionOf(named);
    const documents = await collection.find(among).sort({ _id: 1 }).toArray();
    const document = documents[at % documents.length];
    if (document === undefined) throw new Error(`There is nothing in ${named}`);
    await change(collection, document);
    const { _id } = document;
    return { undo: () => collection.replaceOne({ _id }, document, { upsert: true }) };
  }

  const rewritten = (named: string, at: number, rewrite: (json: string) => string) =>
    withDocument(named, at, (collection, { _id, json }) =>
      collection.updateOne({ _id }, { $set: { json: rewrite(String(json)) } }),
    );

  /** A character of a value that the ledger keeps, in base64, or of a copy of an event. */
  const tampering = fc.record({
    what: fc.constantFrom('event', 'time', 'actor', 'postings', 'leaves', 'checkpoints'),
    at: fc.nat(),
    place: fc.nat(),
  });

  function tampered({ what, at, place }: { what: string; at: number; place: number }) {
    switch (what) {
      case 'event':
        return rewritten('timeline-copies', at, (json) =>
          json.replace(/"data":\{/, '"data":{"added":1,'),
        );
      case 'time':
        return rewritten('timeline-copies', at, (json) =>
          json.replace(/"effectiveAt":"\d{4}/, '"effectiveAt":"1999'),
        );
      case 'actor':
        return rewritten('timeline-copies', at, (json) =>
          json.replace(/"actor":\{"id":"[^"]*"/, '"actor":{"id":"somebody-else"'),
        );
      case 'postings':
        return postingOfAll(at);
      case 'leaves':
        return rewritten('ledger-leaves', at, (json) => withOther(json, '"hashes":"', place));
      default:
        return rewritten('ledger-checkpoints', at, (json) =>
          withOther(json, '\\n\\n', -3 - (place % 30)),
        );
    }
  }

  /** The list in which history finds all events: a part of it is lost. */
  async function postingOfAll(at: number): Promise<Tampered> {
    const ofAll = termOf(0, '').toString(16).padStart(14, '0');
    return withDocument('timeline_v', at, (collection, { _id }) => collection.deleteOne({ _id }), {
      place: { $regex: `^${ofAll}` },
    });
  }

  it('is all right as long as it is not', async () => {
    expect(await verified()).toBe('all right');
    expect((await runAudit('verify', '--url', api.url)).code).toBe(0);
  });

  it('is found, whatever was changed of an event, its place or what was signed', async () => {
    await fc.assert(
      fc.asyncProperty(tampering, async (one) => {
        const { undo } = await tampered(one);
        try {
          expect(await verified()).not.toBe('all right');
        } finally {
          await undo();
        }
      }),
      { numRuns: runs(100) },
    );
    expect(await verified()).toBe('all right');
  });

  it('is found by the command, which names the event', async () => {
    const { undo } = await rewritten('timeline-copies', 5, (json) =>
      json.replace(/"data":\{/, '"data":{"added":1,'),
    );
    const { code, told } = await runAudit('verify', '--url', api.url);
    await undo();
    expect(code).toBe(1);
    const { findings } = JSON.parse(told) as { findings: readonly object[] };
    expect(findings).toMatchObject([{ kind: 'ALTERED', event: expect.any(String) as string }]);
  });
});

/** Another character of base64 so many behind the words, or before them. */
function withOther(json: string, words: string, place: number): string {
  if (!json.includes(words)) throw new Error(`There is no ${words} to begin at`);
  const begin = json.indexOf(words) + (place < 0 ? 0 : words.length);
  const end = place < 0 ? json.length : json.indexOf('"', begin);
  const at = place < 0 ? begin + place : begin + (place % (end - begin - 4));
  const other = json[at] === 'A' ? 'B' : 'A';
  return `${json.slice(0, at)}${other}${json.slice(at + 1)}`;
}
