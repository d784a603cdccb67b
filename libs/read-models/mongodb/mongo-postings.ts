import { Binary, type Collection } from 'mongodb';
import type { CollectionName } from '../definition';
import type { Ownership } from '../document-store.port';
import type {
  DumpedPostings,
  Posting,
  PostingCollection,
  PostingPage,
  PostingQuery,
  Term,
} from '../postings';
import {
  blocksOf,
  findPostings,
  positionsOf,
  type BlockReader,
  type PostingBlock,
} from '../posting-blocks';
import type { Direction } from '../query';
import { isOnlyDuplicateKeys } from '#mongodb-client';
import { asked } from './failures';
import { portionsOf } from '../portions';
import { PORTION } from './portion';

/** What a collection of postings needs of the store it belongs to. */
export interface PostingHost {
  assertOwner(owner: Ownership): Promise<void>;
}

/** A block. The place is what it is found by, and there is one at each: the collection has that index alone. */
export interface StoredBlock {
  /** Term and first position, each in hexadecimal digits of a fixed number. */
  readonly place: string;
  readonly count: number;
  readonly distances?: Binary;
}

const TERM_DIGITS = 14;
const POSITION_DIGITS = 16;
const DUMP_PAGE = 2_000;
const NONE = new Uint8Array();

/** Two ways to one collection: one that gives up soon, and one for emptying it. */
export interface PostingDocuments {
  readonly quick: Collection<StoredBlock>;
  readonly long: Collection<StoredBlock>;
}

export class MongoPostings implements PostingCollection, BlockReader {
  readonly name: string;
  readonly version: number;

  constructor(
    private readonly host: PostingHost,
    collection: CollectionName,
    private readonly documents: PostingDocuments,
  ) {
    ({ name: this.name, version: this.version } = collection);
  }

  /** Before anything is added. */
  async open(): Promise<void> {
    const index = { name: 'place', key: { place: 1 }, unique: true };
    await asked(() => this.documents.quick.createIndexes([index]));
  }

  async add(postings: readonly Posting[], owner: Ownership): Promise<void> {
    await this.host.assertOwner(owner);
    const blocks = blocksOf(postings).map(stored);
    for (const portion of portionsOf(blocks, PORTION)) await this.#write(portion);
  }

  async find(query: PostingQuery): Promise<PostingPage> {
    return findPostings(this, query);
  }

  async blocks(
    term: Term,
    from: bigint,
    direction: Direction,
    most: number,
  ): Promise<readonly PostingBlock[]> {
    const [least, place, greatest] = [
      placeOf(term, 0n),
      placeOf(term, from),
      placeOf(term + 1, 0n),
    ];
    const upTo = (limit: number) => this.#inRange({ $gte: least, $lte: place }, -1, limit);
    if (direction === 'descending') return (await upTo(most)).map(blockIn);
    const [covering, behind] = await Promise.all([
      upTo(1),
      this.#inRange({ $gt: place, $lt: greatest }, 1, most),
    ]);
    return [...covering, ...behind].slice(0, most).map(blockIn);
  }

  async buildIndexes(): Promise<void> {
    // The one there is keeps blocks apart, and so is there from the beginning.
  }

  async *dump(): AsyncIterable<DumpedPostings> {
    let held: PostingBlock[] = [];
    for (let after = '', more = true; more;) {
      const page = await this.#inRange({ $gt: after }, 1, DUMP_PAGE);
      more = page.length === DUMP_PAGE;
      for (const document of page) {
        after = document.place;
        const block = blockIn(document);
        if (held[0] !== undefined && held[0].term !== block.term) {
          yield* whole(held);
          held = [];
        }
        held.push(block);
      }
    }
    yield* whole(held);
  }

  async deleteAll(owner: Ownership): Promise<void> {
    await this.host.assertOwner(owner);
    await asked(() => this.documents.long.deleteMany({}));
  }

  #inRange(
    place: Readonly<Record<string, string>>,
    way: 1 | -1,
    limit: number,
  ): Promise<StoredBlock[]> {
    return asked(() =>
      this.documents.quick
        .find({ place }, { sort: { place: way }, limit, batchSize: limit + 1 })
        .toArray(),
    );
  }

  /**
   * Inserted, as nearly all are; where some are there already, from a try whose answer was lost or from a batch that was cut
   * elsewhere, all are put beside what is there, of which the longer stays.
   */
  async #write(portion: readonly StoredBlock[]): Promise<void> {
    try {
      await asked(() =>
        this.documents.quick.insertMany(
          portion.map((block) => ({ ...block })),
          { ordered: false },
        ),
      );
    } catch (error) {
      if (!isOnlyDuplicateKeys(error)) throw error;
      await this.#writeLonger(portion);
    }
  }

  async #writeLonger(portion: readonly StoredBlock[]): Promise<void> {
    const operations = portion.map(({ place, count, distances }) => ({
      updateOne: {
        filter: { place, count: { $lt: count } },
        update: { $set: { count, ...(distances && { distances }) } },
      },
    }));
    await asked(() => this.documents.quick.bulkWrite(operations, { ordered: false }));
  }
}

/** Nothing of no blocks. */
function* whole(blocks: readonly PostingBlock[]): Iterable<DumpedPostings> {
  const [first] = blocks;
  if (first !== undefined) yield { term: first.term, positions: positionsOf(blocks) };
}

function placeOf(term: Term, position: bigint): string {
  const digits = position.toString(16).padStart(POSITION_DIGITS, '0');
  return `${term.toString(16).padStart(TERM_DIGITS, '0')}${digits}`;
}

function stored({ term, first, count, distances }: PostingBlock): StoredBlock {
  const more = count === 1 ? {} : { distances: new Binary(distances) };
  return { place: placeOf(term, first), count, ...more };
}

function blockIn({ place, count, distances }: StoredBlock): PostingBlock {
  return {
    term: Number.parseInt(place.slice(0, TERM_DIGITS), 16),
    first: BigInt(`0x${place.slice(TERM_DIGITS)}`),
    count,
    distances: distances?.value() ?? NONE,
  };
}
