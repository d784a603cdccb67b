/** No writing holds the thread for longer: half of what requests may wait for it. */
const TARGET_MS = 25;
const FIRST = 1_000;
const LEAST = 16;
const MOST = 20_000;

/** How many documents are written at a time, so that writing holds the thread only for a moment. */
export class PortionSize {
  private size = FIRST;

  get documents(): number {
    return this.size;
  }

  /**
   * Told for how long a portion of so many documents held the thread: portions are cut at once to what
   * fits, and grow twofold at most; that a small one was quick says nothing of larger ones.
   */
  held(documents: number, ms: number): void {
    if (documents < this.size && ms <= TARGET_MS) return;
    const fitting = Math.floor((documents * TARGET_MS) / Math.max(ms, 0.1));
    this.size = Math.max(LEAST, Math.min(MOST, fitting, 2 * documents));
  }
}
