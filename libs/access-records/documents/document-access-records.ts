import { leafHash } from '#ledger';
import { Turns } from '#ledger/documents';
import { everyFound, openedOnce } from '#read-models';
import type { CollectionDefinition, DocumentStore, Found } from '#read-models';
import { entryOfRecord, recordOf } from '../access-record';
import type { NewAccessRecord } from '../access-record';
import type {
  AccessRecordQuery,
  AccessRecordStore,
  FoundRecord,
  KeptRecord,
} from '../access-record-store.port';
import { wordsAskedFor, wordsOfRecord } from '../words-of-record';
import { WaitingWork } from './waiting-work';

export interface DocumentAccessRecordsOptions {
  /** Closed with it. */
  readonly documents: DocumentStore;
  /** Names this process among those that record. */
  readonly holder: string;
  readonly now: () => Date;
  /** How long the others wait for a process that ended in its turn. */
  readonly leaseMs?: number;
}

/** One of them: all of it, or what is left of it. */
type RecordDocument = PresentRecord | { readonly number: number; readonly hash: string };

interface PresentRecord {
  readonly number: number;
  readonly id: string;
  readonly at: string;
  readonly entry: string;
  readonly words: readonly string[];
}

const RECORDS: CollectionDefinition = {
  name: 'access-records',
  version: 1,
  indexes: [
    { name: 'number', fields: [{ path: 'number' }] },
    { name: 'record', fields: [{ path: 'id' }] },
    { name: 'at', fields: [{ path: 'at' }, { path: 'number' }] },
    { name: 'words', fields: [{ path: 'words', multiValued: true }, { path: 'number' }] },
  ],
};
const LEASE = 'access-records';
/** Answers wait for it: no longer than this for a process that ended in its turn. */
const LEASE_MS = 3_000;
const DROPPED_AT_ONCE = 1_000;

/**
 * Who looked, in a store of documents, as several services record it together: by turns, so that the numbers have no gap.
 * They are written one after the other: what a crash leaves of a request is its first records, of which nothing was told.
 */
export class DocumentAccessRecords implements AccessRecordStore {
  /** There is one, for all services. */
  readonly id = '';
  private readonly turns: Turns;
  private readonly waiting: WaitingWork<NewAccessRecord>;
  private readonly open = openedOnce(() =>
    this.options.documents.collection<RecordDocument>(RECORDS),
  );

  constructor(private readonly options: DocumentAccessRecordsOptions) {
    this.turns = new Turns({ leaseMs: LEASE_MS, ...options, lease: LEASE });
    this.waiting = new WaitingWork((records) => this.turns.exclusively(() => this.write(records)));
  }

  add(records: readonly NewAccessRecord[]): Promise<void> {
    return this.waiting.add(records);
  }

  async slice(from: number, maxCount: number): Promise<readonly KeptRecord[]> {
    const records = await this.open();
    const { items } = await records.find({
      where: {},
      range: { path: 'number', from: { value: from, inclusive: true } },
      order: { index: 'number', direction: 'ascending' },
      limit: maxCount,
    });
    return items.map(({ body }) => keptRecord(body));
  }

  async numberOf(id: string): Promise<number | undefined> {
    const order = { index: 'record', direction: 'ascending' } as const;
    const { items } = await (await this.open()).find({ where: { id }, order, limit: 1 });
    return items[0]?.body.number;
  }

  async find(query: AccessRecordQuery): Promise<readonly FoundRecord[]> {
    const { anyOf, allOf, alsoAnyOf } = wordsAskedFor(query);
    const found = new Map<number, FoundRecord>();
    if (anyOf?.length === 0) return [];
    for await (const { body } of this.inOrder(query, anyOf)) {
      // Found by each of its words that is asked for.
      if (!('entry' in body) || found.has(body.number)) continue;
      const { number, entry } = body;
      const record = recordOf(entry);
      const words = new Set(wordsOfRecord(record));
      const isAsked =
        allOf.every((word) => words.has(word)) &&
        (alsoAnyOf === undefined || alsoAnyOf.some((word) => words.has(word)));
      if (isAsked) found.set(number, { number, record });
      if (found.size === query.limit) break;
    }
    return [...found.values()];
  }

  async dropBefore(at: string): Promise<number> {
    let dropped = 0;
    for (let count = -1; count !== 0; dropped += Math.max(0, count)) {
      count = await this.turns.exclusively(() => this.dropSome(at));
    }
    return dropped;
  }

  async close(): Promise<void> {
    await this.waiting.ended();
    await this.options.documents.close();
  }

  /** The records of these words, or all, that lie where the query looks. */
  private async *inOrder(
    { filter, direction, after }: AccessRecordQuery,
    words: readonly string[] | undefined,
  ): AsyncGenerator<Found<RecordDocument>, void> {
    const records = await this.open();
    const isUp = direction === 'ascending';
    // Times never go back: where they begin and end is a place among the numbers.
    const from = Math.max(
      filter.from === undefined ? 0 : await this.firstAt(filter.from, true),
      isUp && after !== undefined ? after + 1 : 0,
    );
    const to = Math.min(
      filter.to === undefined ? Infinity : await this.firstAt(filter.to, false),
      isUp || after === undefined ? Infinity : after,
    );
    if (from >= to) return;
    yield* everyFound(records, {
      where: words === undefined ? {} : { words: { in: words } },
      range: {
        path: 'number',
        from: { value: from, inclusive: true },
        ...(to === Infinity ? {} : { to: { value: to, inclusive: false } }),
      },
      order: { index: words === undefined ? 'number' : 'words', direction },
    });
  }

  /** The number of the first record at a time or later, or later than it; beyond all where there is none. */
  private async firstAt(at: string, inclusive: boolean): Promise<number> {
    const { items } = await (
      await this.open()
    ).find({
      where: {},
      range: { path: 'at', from: { value: at, inclusive } },
      order: { index: 'at', direction: 'ascending' },
      limit: 1,
    });
    return items[0]?.body.number ?? Infinity;
  }

  private async write(added: readonly NewAccessRecord[]): Promise<void> {
    const records = await this.open();
    const last = await this.last();
    let number = last === undefined ? 0 : last.number + 1;
    // A clock that is set back, or that of another service, must not make the time of recording run backwards.
    const now = this.options.now().toISOString();
    const at = last !== undefined && 'at' in last && last.at > now ? last.at : now;
    for (const each of added) {
      const record = { ...each, at };
      const entry = entryOfRecord(record);
      const body = { number, id: record.id, at, entry, words: wordsOfRecord(record) };
      await records.write(
        [{ id: String(number), expected: 'absent', position: 0n, body }],
        this.turns.owner,
      );
      number += 1;
    }
  }

  private async dropSome(before: string): Promise<number> {
    const records = await this.open();
    const { items } = await records.find({
      where: {},
      range: { path: 'at', to: { value: before, inclusive: false } },
      order: { index: 'at', direction: 'ascending' },
      limit: DROPPED_AT_ONCE,
    });
    const changes = items.map(({ id, position, body }) => ({
      id,
      expected: position,
      position: position + 1n,
      body: { number: body.number, hash: keptRecord(body).hash.toString('base64') },
    }));
    if (changes.length > 0) await records.write(changes, this.turns.owner);
    return changes.length;
  }

  private async last(): Promise<RecordDocument | undefined> {
    const order = { index: 'number', direction: 'descending' } as const;
    const { items } = await (await this.open()).find({ where: {}, order, limit: 1 });
    return items[0]?.body;
  }
}

/** What is there is hashed anew: a hash beside a changed record would vouch for it. */
function keptRecord(document: RecordDocument): KeptRecord {
  const { number } = document;
  if (!('entry' in document)) return { number, hash: Buffer.from(document.hash, 'base64') };
  return { number, hash: leafHash(document.entry), entry: document.entry };
}
