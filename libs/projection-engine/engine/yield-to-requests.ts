/** Lets requests be answered before this goes on. */
export function yieldToRequests(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Longer than a request should wait for the thread. */
const HELD_MS = 20;

/** For work in many small steps: lets others in whenever it has held the thread for a while. */
export class ThreadTurns {
  private begun = performance.now();

  get isOver(): boolean {
    return performance.now() - this.begun > HELD_MS;
  }

  async next(): Promise<void> {
    await yieldToRequests();
    this.begun = performance.now();
  }
}
