import { MongoClient } from 'mongodb';
import type { Sizes } from './sizes';

interface CollectionStatistics {
  readonly count: number;
  /** Of the documents, not compressed. */
  readonly size: number;
  readonly totalIndexSize: number;
}

/** As the server says; documents before compression. */
export async function collectionsOf(url: string): Promise<readonly Sizes[]> {
  const client = new MongoClient(url);
  try {
    const db = client.db();
    const names = (await db.listCollections().toArray()).map(({ name }) => name);
    return await Promise.all(
      names.map(async (name) => {
        const statistics = (await db.command({ collStats: name })) as unknown;
        const { count, size, totalIndexSize } = statistics as CollectionStatistics;
        return { name, rows: count, data: size, indexes: totalIndexSize };
      }),
    );
  } finally {
    await client.close();
  }
}
