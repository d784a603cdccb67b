/** Work that nobody notices beside an interface that answers. */
const SLICE_MS = 10;

/**
 * Cuts work into slices, between which everything else in the process has its turn. What a store answers at once goes
 * on at once: without this, a long import of rows that are already there would let nobody else in until its end.
 */
export class Turns {
  private since: number;
  private next: Promise<void> | undefined;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.since = this.now();
  }

  /** Resolves at once within a slice, and after everybody else's turn where it is over. */
  async take(): Promise<void> {
    while (this.now() - this.since >= SLICE_MS) {
      this.next ??= new Promise((resolve) => {
        setImmediate(() => {
          this.since = this.now();
          this.next = undefined;
          resolve();
        });
      });
      await this.next;
    }
  }
}
