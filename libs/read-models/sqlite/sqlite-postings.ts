import type { CollectionName } from '../definition';
import type { Ownership } from '../document-store.port';
import { IndexMissing } from '../errors';
import type {
  DumpedPostings,
  Posting,
  PostingCollection,
  PostingPage,
  PostingQuery,
  Term,
} from '../postings';
import { findPostings, positionsOf, type BlockReader, type PostingBlock } from '../posting-blocks';
import type { Direction } from '../query';
import type { Catalogue } from './catalogue';
import type { Database } from './database';
import { blockTable, buildPostings, emptyPostings, STAGED } from './posting-tables';

/** What a collection of postings needs of the store it belongs to. */
export interface PostingHost {
  readonly database: Database;
  readonly catalogue: Catalogue;
  commitPostings(collection: CollectionName, postings: readonly Posting[], owner: Ownership): void;
  assertOwner(owner: Ownership): void;
}

const DUMP_PAGE = 1_000;

export class SqlitePostings implements PostingCollection, BlockReader {
  readonly name: string;
  readonly version: number;
  readonly #table: string;
  readonly #searches: Readonly<Record<Direction, string>>;
  #isBuilt = false;

  constructor(
    private readonly host: PostingHost,
    collection: CollectionName,
  ) {
    ({ name: this.name, version: this.version } = collection);
    this.#table = blockTable(collection);
    const search = `SELECT first, distances FROM ${this.#table} WHERE term = ?1 AND first`;
    const covering = `(SELECT max(first) FROM ${this.#table} WHERE term = ?1 AND first <= ?2)`;
    this.#searches = {
      ascending: `${search} >= ifnull(${covering}, ?2) ORDER BY first LIMIT ?3`,
      descending: `${search} <= ?2 ORDER BY first DESC LIMIT ?3`,
    };
  }

  async add(postings: readonly Posting[], owner: Ownership): Promise<void> {
    this.host.commitPostings(this, postings, owner);
  }

  async find(query: PostingQuery): Promise<PostingPage> {
    this.#assertBuilt();
    return findPostings(this, query);
  }

  async blocks(
    term: Term,
    from: bigint,
    direction: Direction,
    most: number,
  ): Promise<readonly PostingBlock[]> {
    return this.host.database
      .statement(this.#searches[direction], true)
      .all(term, from, most)
      .map((row) => blockIn(term, row));
  }

  async buildIndexes(): Promise<void> {
    const { catalogue, database } = this.host;
    if (!catalogue.isDeferred(this, STAGED)) return;
    database.transaction(() => {
      if (!catalogue.isDeferred(this, STAGED)) return;
      buildPostings(database, this);
      catalogue.markBuilt(this, STAGED);
    });
  }

  async *dump(): AsyncIterable<DumpedPostings> {
    this.#assertBuilt();
    const terms = this.host.database.statement(
      `SELECT DISTINCT term FROM ${this.#table} WHERE term > ? ORDER BY term LIMIT ${DUMP_PAGE}`,
    );
    const blocks = this.host.database.statement(
      `SELECT first, distances FROM ${this.#table} WHERE term = ? ORDER BY first`,
      true,
    );
    for (let after = -1, more = true; more;) {
      const page = terms.all(after).map((row) => Number(row.term));
      more = page.length === DUMP_PAGE;
      for (const term of page) {
        after = term;
        const held = blocks.all(term).map((row) => blockIn(term, row));
        yield { term, positions: positionsOf(held) };
      }
    }
  }

  async deleteAll(owner: Ownership): Promise<void> {
    const { catalogue, database } = this.host;
    database.transaction(() => {
      this.host.assertOwner(owner);
      emptyPostings(database, this, catalogue.isDeferred(this, STAGED));
    });
  }

  /** Once built, it stays so. */
  #assertBuilt(): void {
    this.#isBuilt ||= !this.host.catalogue.isDeferred(this, STAGED);
    if (!this.#isBuilt) throw new IndexMissing(this, STAGED, 'not built yet');
  }
}

/** What is stored was written as a block. */
function blockIn(term: Term, { first, distances }: Record<string, unknown>): PostingBlock {
  const bytes = distances as Uint8Array;
  return { term, first: first as bigint, count: bytes.length + 1, distances: bytes };
}
