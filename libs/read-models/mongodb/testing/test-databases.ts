import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { databaseNameIn } from '#mongodb-client';

/** One server serves all suites at once, and some keep it busy: none of them is about how soon it answers. */
const UNHURRIED = new URLSearchParams({
  serverSelectionTimeoutMS: '60000',
  connectTimeoutMS: '60000',
  waitQueueTimeoutMS: '60000',
  socketTimeoutMS: '60000',
  wtimeoutMS: '60000',
});

/**
 * Databases of their own on one server, removed at the end; not from a server that was started for these tests and goes
 * with all its files: to remove a district takes it longer than to take one in.
 */
export class TestDatabases {
  private readonly urls: string[] = [];

  constructor(private readonly server: string) {}

  newUrl(): string {
    const url = new URL(this.server);
    url.pathname = `/test-${randomUUID()}`;
    for (const [option, ms] of UNHURRIED) url.searchParams.set(option, ms);
    this.urls.push(url.href);
    return url.href;
  }

  async remove(): Promise<void> {
    if ((process.env.TEST_MONGODB_SERVER ?? '') !== '') return;
    const client = new MongoClient(this.server);
    for (const url of this.urls) await client.db(databaseNameIn(url)).dropDatabase();
    await client.close();
  }
}
