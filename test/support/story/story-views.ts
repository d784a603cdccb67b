import { TestDatabases } from '#read-models/mongodb/testing';

/**
 * Where a story has its read models: in a database of its own on the server that TEST_MONGODB_URL
 * names, so that the same stories are told to both kinds of stores; without a server, in a file.
 */
export class StoryViews {
  private readonly databases: TestDatabases | undefined;
  readonly url: string | undefined;

  constructor() {
    const server = process.env.TEST_MONGODB_URL ?? '';
    this.databases = server === '' ? undefined : new TestDatabases(server);
    this.url = this.databases?.newUrl();
  }

  async remove(): Promise<void> {
    await this.databases?.remove();
  }
}
