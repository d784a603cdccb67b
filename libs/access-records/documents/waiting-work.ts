/** Beyond this a larger group saves little and holds up everything else. */
const MOST_AT_ONCE = 64;

interface Waiting<T> {
  readonly work: readonly T[];
  readonly settle: PromiseWithResolvers<void>;
}

/** Writes what waits while something is being written together, in one turn. */
export class WaitingWork<T> {
  private readonly waiting: Waiting<T>[] = [];
  private isWriting = false;
  private writing: Promise<void> = Promise.resolve();

  /** @param write makes it durable */
  constructor(private readonly write: (work: readonly T[]) => Promise<void>) {}

  add(work: readonly T[]): Promise<void> {
    const settle = Promise.withResolvers<void>();
    this.waiting.push({ work, settle });
    if (!this.isWriting) {
      this.isWriting = true;
      this.writing = this.writeAll();
    }
    return settle.promise;
  }

  /** Resolves when nothing waits. */
  async ended(): Promise<void> {
    await this.writing;
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, MOST_AT_ONCE);
      try {
        await this.write(group.flatMap(({ work }) => work));
      } catch (error) {
        for (const { settle } of group) settle.reject(error);
        continue;
      }
      for (const { settle } of group) settle.resolve();
    }
    this.isWriting = false;
  }
}
