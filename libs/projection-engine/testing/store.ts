import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentCollection, PostingCollection } from '#read-models';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import type { LoggedFact, Projection } from '../runner';
import { fold } from './fold';

/** A projection's documents, and its postings, in a real store; `close` removes it. */
export interface Projected {
  collection<Document extends object>(name: string): Promise<DocumentCollection<Document>>;
  postings(name: string): Promise<PostingCollection>;
  close(): Promise<void>;
}

export async function project(
  projection: Projection,
  facts: readonly LoggedFact[],
): Promise<Projected> {
  const folder = mkdtempSync(join(tmpdir(), 'projections-'));
  const store = openSqliteDocumentStore({ path: join(folder, 'views.db') });
  const { version } = projection;
  const owner = await store.lease.acquire({
    projection: `${projection.name}@${version}`,
    holder: 'spec',
    ttlMs: 1,
    now: 0,
  });
  if (owner === undefined) throw new Error('A new store has no other owner');
  const documents = [...fold(projection, [facts]).values()];
  for (const { name, indexes } of projection.collections) {
    const collection = await store.collection({ name, version, indexes });
    const own = documents.filter(({ key }) => key.collection === name);
    await collection.write(
      own.map(({ key, body, position }) => ({
        id: key.id,
        expected: 'absent',
        position,
        body,
      })),
      owner,
    );
  }
  if (projection.postings !== undefined) {
    const { name, termsOf } = projection.postings;
    const postings = facts.map((event) => ({ position: event.position, terms: termsOf(event) }));
    await (await store.postings({ name, version })).add(postings, owner);
  }
  return {
    postings: (name) => store.postings({ name, version }),
    collection: async <Document extends object>(name: string) => {
      const spec = projection.collections.find((one) => one.name === name);
      if (spec === undefined) throw new TypeError(`${projection.name} has no ${name}`);
      return store.collection<Document>({ ...spec, version });
    },
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
