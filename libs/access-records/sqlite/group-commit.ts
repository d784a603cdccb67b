/** Beyond this a larger group saves little and holds up everything else. */
const MOST_AT_ONCE = 256;

interface Waiting<T> {
  readonly work: readonly T[];
  readonly settle: PromiseWithResolvers<void>;
}

/** Writes what waits at the same time together: the disk is synced once for all of it. */
export class GroupCommit<T> {
  private readonly waiting: Waiting<T>[] = [];
  private isScheduled = false;

  /** @param write makes it durable, all or nothing */
  constructor(private readonly write: (work: readonly T[]) => void) {}

  add(work: readonly T[]): Promise<void> {
    const settle = Promise.withResolvers<void>();
    this.waiting.push({ work, settle });
    this.schedule();
    return settle.promise;
  }

  /** Writes all that waits, now. */
  drain(): void {
    while (this.waiting.length > 0) this.writeGroup();
  }

  // Not a microtask: all requests that are ready in this turn of the event loop are to share a commit.
  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      if (this.waiting.length > 0) this.writeGroup();
      if (this.waiting.length > 0) this.schedule();
    });
  }

  private writeGroup(): void {
    const group = this.waiting.splice(0, MOST_AT_ONCE);
    try {
      this.write(group.flatMap(({ work }) => work));
    } catch (error) {
      for (const { settle } of group) settle.reject(error);
      return;
    }
    for (const { settle } of group) settle.resolve();
  }
}
