/** No batch holds the thread for longer: half of what requests may wait for it. */
const TARGET_MS = 25;
const FIRST = 500;
const LEAST = 16;
const MOST = 5_000;

/** How many events are applied at a time, so that writing what they changed holds the thread only for a moment. */
export class SliceSize {
  private size = FIRST;

  get events(): number {
    return this.size;
  }

  /**
   * Told for how long a slice of so many events held the thread: slices are cut at once to what fits, and
   * grow twofold at most; that a small batch was quick says nothing of larger ones.
   */
  held(events: number, ms: number): void {
    if (events < this.size && ms <= TARGET_MS) return;
    const fitting = Math.floor((events * TARGET_MS) / Math.max(ms, 0.1));
    this.size = Math.max(LEAST, Math.min(MOST, fitting, 2 * events));
  }
}
