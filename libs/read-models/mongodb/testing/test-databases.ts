import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { databaseNameIn } from '../client';

/** Databases of their own on one server, removed at the end. */
export class TestDatabases {
  private readonly urls: string[] = [];

  constructor(private readonly server: string) {}

  newUrl(): string {
    const url = new URL(this.server);
    url.pathname = `/test-${randomUUID()}`;
    this.urls.push(url.href);
    return url.href;
  }

  async remove(): Promise<void> {
    const client = new MongoClient(this.server);
    for (const url of this.urls) await client.db(databaseNameIn(url)).dropDatabase();
    await client.close();
  }
}
