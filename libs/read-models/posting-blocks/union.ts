import type { Direction } from '../query';
import type { Term } from '../postings';
import { TermCursor, type BlockReader, type Work } from './term-cursor';

/** The positions that have one of some terms, walked in one direction. */
export class Union {
  private readonly cursors: readonly TermCursor[];

  constructor(
    reader: BlockReader,
    terms: readonly Term[],
    private readonly direction: Direction,
    work: Work,
  ) {
    this.cursors = [...new Set(terms)].map((term) => new TermCursor(reader, term, direction, work));
  }

  /** Where it stands; `undefined` at the end. */
  get current(): bigint | undefined {
    let nearest: bigint | undefined;
    for (const { current } of this.cursors) {
      if (current === undefined) continue;
      if (nearest === undefined || this.isBefore(current, nearest)) nearest = current;
    }
    return nearest;
  }

  /** Goes on to the first position at the target or behind it; a promise where something has to be fetched for it. */
  seek(target: bigint): Promise<unknown> | undefined {
    const fetching = this.cursors.flatMap((cursor) => cursor.seek(target) ?? []);
    return fetching.length === 0 ? undefined : Promise.all(fetching);
  }

  private isBefore(a: bigint, b: bigint): boolean {
    return this.direction === 'ascending' ? a < b : a > b;
  }
}
