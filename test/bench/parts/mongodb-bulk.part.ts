import { MongoClient } from 'mongodb';
import type { Db, Document, IndexDescription } from 'mongodb';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface MongodbBulkRequest {
  /** The database with the documents to write. */
  readonly from: string;
  /** The database to write them into; anything there is dropped. */
  readonly into: string;
}

interface Copied {
  readonly name: string;
  readonly documents: Document[];
  readonly indexes: IndexDescription[];
}

const BULK = 1_000;

/** The floor: the documents as they end up, written once in unordered bulks, and then their indexes. */
servePart(() => Promise.resolve({ ready: undefined, ask: write }));

async function write({ from, into }: MongodbBulkRequest): Promise<Round> {
  const client = new MongoClient(from, { useBigInt64: true });
  try {
    const copied = await read(client.db());
    const target = client.db(new URL(into).pathname.slice(1));
    await target.dropDatabase();
    const start = performance.now();
    for (const collection of copied) await writeOne(target, collection);
    const seconds = (performance.now() - start) / 1000;
    return { units: copied.reduce((sum, { documents }) => sum + documents.length, 0), seconds };
  } finally {
    await client.close();
  }
}

async function read(database: Db): Promise<readonly Copied[]> {
  const copied: Copied[] = [];
  for (const { name } of await database.listCollections().toArray()) {
    const collection = database.collection(name);
    const documents = await collection.find().toArray();
    const indexes = await collection.listIndexes().toArray();
    copied.push({
      name,
      documents,
      indexes: indexes.flatMap(({ name: index, key }: IndexDescription) =>
        index === undefined || index === '_id_' ? [] : [{ name: index, key }],
      ),
    });
  }
  return copied;
}

async function writeOne(target: Db, { name, documents, indexes }: Copied): Promise<void> {
  const collection = target.collection(name, { writeConcern: { w: 'majority', journal: true } });
  for (let at = 0; at < documents.length; at += BULK) {
    await collection.insertMany(documents.slice(at, at + BULK), { ordered: false });
  }
  if (indexes.length > 0) await collection.createIndexes(indexes);
}
