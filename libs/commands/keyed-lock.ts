/** Lets those who name the same key go one after the other. */
export class KeyedLock {
  private readonly tails = new Map<string, Promise<void>>();

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key);
    const { promise: done, resolve: release } = Promise.withResolvers<void>();
    this.tails.set(key, done);
    try {
      await before;
      return await work();
    } finally {
      release();
      if (this.tails.get(key) === done) this.tails.delete(key);
    }
  }
}
