/** How long one request may keep the others waiting, in milliseconds. */
const SLICE_MS = 10;

/** Fields that go on together in one turn: what they look up is looked up together. */
const TOGETHER = 32;

/**
 * Lets requests take turns. One thread answers all of them, and a large answer would hold it until it is whole: once
 * a slice of time is over, whatever is resolved next waits, and each request goes on in its turn.
 */
export class Turns {
  private readonly waiting = new Map<object, (() => void)[]>();
  private current: object | undefined;
  private sliceEnds = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Undefined while the slice lasts: nothing waits that need not. */
  next(request: object): Promise<void> | undefined {
    if (request === this.current && this.now() < this.sliceEnds) return undefined;
    return new Promise((resolve) => {
      if (this.waiting.size === 0) this.passLater();
      const own = this.waiting.get(request);
      if (own === undefined) this.waiting.set(request, [resolve]);
      else own.push(resolve);
    });
  }

  /** Sockets are read before every turn: new requests come in, and what is ready is sent. */
  private passLater(): void {
    setImmediate(() => {
      this.pass();
    });
  }

  private pass(): void {
    const [first] = this.waiting;
    if (first === undefined) return;
    const [request, resolvers] = first;
    this.waiting.delete(request);
    const together = resolvers.splice(0, TOGETHER);
    // Behind the others: whoever has much to do does not come first for it.
    if (resolvers.length > 0) this.waiting.set(request, resolvers);
    this.current = request;
    this.sliceEnds = this.now() + SLICE_MS;
    for (const resolve of together) resolve();
    if (this.waiting.size > 0) this.passLater();
  }
}
