/** For adapters: tells waiting subscriptions that the log may have grown, or is closing. */
export class WakeUps {
  #count = 0;
  readonly #waiting = new Set<() => void>();

  /** Ask before reading, and pass it to {@link after}: nothing that comes in between is then missed. */
  get count(): number {
    return this.#count;
  }

  announce(): void {
    this.#count += 1;
    for (const wake of this.#waiting) wake();
  }

  /** Resolves once something was announced since `count`, on abort, or after `timeout` milliseconds if given. */
  async after(count: number, signal: AbortSignal, timeout?: number): Promise<void> {
    if (this.#count !== count || signal.aborted) return;
    const woken = Promise.withResolvers<void>();
    const wake = () => woken.resolve();
    const timer = timeout === undefined ? undefined : setTimeout(wake, timeout);
    this.#waiting.add(wake);
    signal.addEventListener('abort', wake);
    await woken.promise;
    signal.removeEventListener('abort', wake);
    this.#waiting.delete(wake);
    clearTimeout(timer);
  }
}
