/** Limits concurrent work; further work waits its turn. */
export class Slots {
  readonly #waiting: { readonly size: number; readonly enter: () => void }[] = [];
  #taken = 0;

  constructor(private readonly capacity: number) {}

  /** Work larger than everything there is goes alone. */
  async run<T>(size: number, work: () => Promise<T>): Promise<T> {
    const taken = Math.min(size, this.capacity);
    await this.#enter(taken);
    try {
      return await work();
    } finally {
      this.#taken -= taken;
      this.#letIn();
    }
  }

  #enter(size: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ size, enter: resolve });
      this.#letIn();
    });
  }

  #letIn(): void {
    for (;;) {
      const next = this.#waiting[0];
      if (next === undefined || this.#taken + next.size > this.capacity) return;
      this.#waiting.shift();
      this.#taken += next.size;
      next.enter();
    }
  }
}
