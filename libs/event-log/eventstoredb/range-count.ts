import type { AllRange } from '../event-log.port';
import type { Position } from '../position';
import type { AllReads } from './all-reads';

interface Counted {
  readonly after: Position | 'start';
  readonly through: Position | 'start';
  readonly count: number;
}

/**
 * Counts events. The store cannot: they are read. How many lie behind a place is asked again and again while
 * that place moves on, so the last such count is kept, and only what lies between is read.
 */
export class RangeCount {
  #counted: Counted | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly reads: AllReads) {}

  count({ after = 'start', before = 'end' }: Omit<AllRange, 'direction'> = {}): Promise<number> {
    if (before !== 'end') return this.#scan({ after, before }).then(({ count }) => count);
    // One after the other: the second then finds what the first has counted.
    const counted = this.#turn.then(() => this.#countBehind(after));
    this.#turn = counted.catch(() => {});
    return counted;
  }

  async #countBehind(after: Position | 'start'): Promise<number> {
    const known = this.#counted ?? { after, through: after, count: 0 };
    const grown = await this.#scan({ after: known.through });
    const moved = await this.#countBetween(known.after, after);
    const count = known.count + grown.count - moved;
    this.#counted = { after, through: grown.last ?? known.through, count };
    return count;
  }

  /** How many lie behind `from` up to `to`; less than zero when `to` comes first. */
  async #countBetween(from: Position | 'start', to: Position | 'start'): Promise<number> {
    if (from === to) return 0;
    if (to === 'start' || (from !== 'start' && to < from)) {
      return from === 'start' ? 0 : -(await this.#countUpTo(to, from));
    }
    return this.#countUpTo(from, to);
  }

  /** Behind `from`, `to` included. */
  async #countUpTo(from: Position | 'start', to: Position): Promise<number> {
    const { count, last } = await this.#scan({ after: from, before: to });
    const [next] = await this.reads.slice({ after: last ?? from, maxCount: 1 });
    return next?.position === to ? count + 1 : count;
  }

  async #scan(
    range: Omit<AllRange, 'direction'>,
  ): Promise<{ readonly count: number; readonly last: Position | undefined }> {
    let { after = 'start' } = range;
    let last: Position | undefined;
    let count = 0;
    for (;;) {
      const events = await this.reads.slice({ ...range, after });
      const end = events.at(-1);
      if (end === undefined) return { count, last };
      count += events.length;
      last = end.position;
      after = last;
    }
  }
}
