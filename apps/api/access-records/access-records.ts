import type { Logger } from 'pino';
import { AccessRecorder, leavesOfRecords, recordOf } from '#access-records';
import type { AccessRecord, AccessRecordStore } from '#access-records';
import type { KeptAccessRecords, Settings } from '#composition';
import { inclusionProof, readCheckpoint } from '#ledger';
import type { KeptCheckpoint, LeafSource } from '#ledger';
import { LedgerKeys } from '#ledger/keys';
import type { PublishedKey } from '#ledger/keys';
import { SignedTree } from '../ledger/signed-tree';

export interface AccessRecordsOptions {
  /** Closed with it. */
  readonly kept: KeptAccessRecords;
  readonly keysDir: string;
  readonly settings: Settings['accessRecords'];
  readonly intervalMs: number | undefined;
  /** The name of the history's ledger; none while nothing is recorded. */
  readonly origin: () => Promise<string | undefined>;
  readonly now: () => Date;
  readonly logger: Logger;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
const DROP_EVERY_MS = 60 * 60 * 1_000;

/** A record and its proof. */
interface ProvedRecord {
  readonly number: number;
  readonly entry: string;
  readonly record: AccessRecord;
  readonly hashes: readonly Buffer[];
}

/** Who looked at what, with a tree and a key of its own. */
export class AccessRecords {
  readonly store: AccessRecordStore;
  readonly recorder: AccessRecorder;
  readonly tree: SignedTree;
  private readonly keys: LedgerKeys;
  private dropping: Promise<void> = Promise.resolve();
  private droppingAgain: NodeJS.Timeout | undefined;

  constructor(private readonly options: AccessRecordsOptions) {
    const { kept, keysDir, intervalMs, now, logger } = options;
    this.store = kept.store;
    this.recorder = new AccessRecorder(this.store, (error) => {
      logger.error({ err: error }, 'It could not be recorded who looked: nothing was told');
    });
    this.keys = new LedgerKeys(
      keysDir,
      now,
      kept.isOneOfSeveral ? `access-${this.store.id}` : 'access',
    );
    this.tree = new SignedTree({
      leaves: this.leaves(),
      store: kept.tree,
      origin: () => this.origin(),
      signers: (origin) => this.keys.signers(origin),
      isKeyNew: !this.keys.exist && !kept.isShared,
      intervalMs,
      brokenMessage:
        'The records of who looked are not those that were signed: they were changed, and are not signed any more',
      logger,
    });
  }

  start(): void {
    this.tree.start();
    this.dropAgain();
    this.droppingAgain = setInterval(() => {
      this.dropAgain();
    }, DROP_EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.droppingAgain);
    await this.dropping;
    await this.tree.stop();
    await this.options.kept.close();
  }

  get state(): SignedTree['state'] {
    return this.tree.state;
  }

  get found(): SignedTree['found'] {
    return this.tree.found;
  }

  get signedSize(): number {
    return this.tree.signedSize;
  }

  get days(): number {
    return this.options.settings.days;
  }

  publishedKeys(): readonly PublishedKey[] {
    return this.keys.published();
  }

  /** Drops what is older than is to be kept. What was signed stays so: the hashes of leaves are kept. @returns how many */
  async drop(): Promise<number> {
    const { now, settings } = this.options;
    return this.store.dropBefore(new Date(now().getTime() - settings.days * DAY_MS).toISOString());
  }

  /** Nothing for a record that there is not, or not any more, or that the tree of the checkpoint is too small for. */
  async prove(id: string, { size }: KeptCheckpoint): Promise<ProvedRecord | undefined> {
    const number = await this.store.numberOf(id);
    if (number === undefined || number >= size) return undefined;
    const [kept] = await this.store.slice(number, 1);
    if (kept?.entry === undefined) return undefined;
    const hashes = await inclusionProof(this.tree.store, number, size);
    return { number, entry: kept.entry, record: recordOf(kept.entry), hashes };
  }

  private dropAgain(): void {
    this.dropping = this.drop().then(
      () => undefined,
      (error: unknown) => {
        this.options.logger.error({ err: error }, 'Old records of who looked were not dropped');
      },
    );
  }

  /** Nothing is signed before there is a name to sign it under. */
  private leaves(): LeafSource {
    const records = leavesOfRecords(this.store);
    return {
      slice: async (after, maxCount) =>
        (await this.name()) === undefined ? [] : records.slice(after, maxCount),
    };
  }

  private async origin(): Promise<string> {
    const name = await this.name();
    if (name === undefined) throw new Error('The history has no name yet');
    return name;
  }

  /** What was named once keeps its name. Of several services each has a tree of its own, and a name. */
  private async name(): Promise<string | undefined> {
    const latest = await this.tree.latest();
    if (latest !== undefined) return readCheckpoint(latest.note).origin;
    const { origin, kept } = this.options;
    const history = await origin();
    if (history === undefined) return undefined;
    return `${history}/access${kept.isOneOfSeveral ? `/${this.store.id}` : ''}`;
  }
}
