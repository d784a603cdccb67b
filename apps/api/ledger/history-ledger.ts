import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Settings } from '#composition';
import type { EventLog, Position, RecordedEvent } from '#event-log';
import {
  entryOf,
  eventsOfLeaves,
  inclusionProof,
  leavesOf,
  readCheckpoint,
  withSignatures,
} from '#ledger';
import type { KeptCheckpoint, LedgerBreak, LedgerState, LedgerStore, NoteSignature } from '#ledger';
import { FileLedgerStore } from '#ledger/files';
import type { LedgerKeys, PublishedKey } from '#ledger/keys';
import { Cosignatures } from '#ledger/witness';
import type { WitnessStanding } from '#ledger/witness';
import { LogId } from '../feeds';
import { LEDGER } from './ledger-folder';
import { SignedTree } from './signed-tree';

interface HistoryLedgerOptions {
  /** As events are stored. */
  readonly log: EventLog;
  readonly dataDir: string;
  readonly keys: LedgerKeys;
  readonly settings: Settings['ledger'];
  readonly logger: Logger;
}

/** A proof, with the checkpoint that it is against. */
export interface ProvedLeaf {
  readonly index: number;
  readonly entry: string;
  readonly hashes: readonly Buffer[];
  readonly checkpoint: KeptCheckpoint;
}

/** For one witness to cosign. */
const WITNESS_MS = 10_000;
const ASK_AGAIN_MS = 60 * 60 * 1_000;
const DEFAULT_ORIGIN = 'four-good.local';

/** The ledger of the history: the tree over the log, and what was signed of it. */
export class HistoryLedger {
  private readonly tree: SignedTree;
  private readonly logId: LogId;
  private readonly cosignatures: Cosignatures;
  private askingAgain: NodeJS.Timeout | undefined;

  constructor(private readonly options: HistoryLedgerOptions) {
    const { log, dataDir, keys, logger, settings } = options;
    this.logId = new LogId(log);
    this.cosignatures = new Cosignatures({
      witnesses: settings.witnesses,
      prove: (from, to) => this.consistency(from, to),
      keep: (size, signatures) => this.keepCosigned(size, signatures),
      timeoutMs: WITNESS_MS,
    });
    this.tree = new SignedTree({
      leaves: leavesOf(log),
      store: new FileLedgerStore(join(dataDir, LEDGER)),
      origin: () => this.origin(),
      signers: (origin) => keys.signers(origin),
      isKeyNew: !keys.exist,
      intervalMs: settings.intervalMs,
      onSigned: (checkpoint) => {
        logger.debug({ size: checkpoint.size }, 'The ledger was signed');
        this.cosignatures.ask(checkpoint);
      },
      brokenMessage:
        'The log does not give what the ledger signed: it was changed, and nothing is signed any more',
      logger,
    });
  }

  start(): void {
    // Of a tree that does not grow, the signatures stay young, too.
    this.askingAgain = setInterval(() => void this.askAgain(), ASK_AGAIN_MS).unref();
    this.tree.start();
  }

  async stop(): Promise<void> {
    clearInterval(this.askingAgain);
    await this.tree.stop();
    await this.cosignatures.close();
    await this.store.close();
  }

  get store(): LedgerStore {
    return this.tree.store;
  }

  get state(): LedgerState {
    return this.tree.state;
  }

  get found(): LedgerBreak | undefined {
    return this.tree.found;
  }

  /** Of the last checkpoint. */
  get signedSize(): number {
    return this.tree.signedSize;
  }

  get witnesses(): readonly WitnessStanding[] {
    return this.cosignatures.standings();
  }

  get isPublic(): boolean {
    return this.options.settings.isPublic;
  }

  publishedKeys(): readonly PublishedKey[] {
    return this.options.keys.published();
  }

  /** Of everything recorded so far; of a ledger that is broken, the last that was signed. */
  checkpoint(): Promise<KeptCheckpoint | undefined> {
    return this.tree.checkpoint();
  }

  latest(): Promise<KeptCheckpoint | undefined> {
    return this.tree.latest();
  }

  /** The first checkpoint of a tree with this leaf. */
  async covering(index: number): Promise<KeptCheckpoint | undefined> {
    const [first] = await this.store.checkpoints(index + 1);
    return first;
  }

  checkpointOf(size: number): Promise<KeptCheckpoint | undefined> {
    return this.tree.checkpointOf(size);
  }

  indexOf(position: Position): Promise<number | undefined> {
    return this.store.indexOf(position);
  }

  async prove(event: RecordedEvent, checkpoint: KeptCheckpoint): Promise<ProvedLeaf | undefined> {
    const index = await this.store.indexOf(event.position);
    if (index === undefined || index >= checkpoint.size) return undefined;
    const hashes = await inclusionProof(this.store, index, checkpoint.size);
    return { index, entry: entryOf(event), hashes, checkpoint };
  }

  consistency(from: number, to: number): Promise<readonly Buffer[]> {
    return this.tree.consistency(from, to);
  }

  /** The events of leaves from `from` up to `to`, exclusive, as they are stored, in portions. */
  events(from: number, to: number): ReturnType<typeof eventsOfLeaves> {
    const { log } = this.options;
    const positionOf = (index: number) => this.store.positionOf(index);
    return eventsOfLeaves({ log, positionOf }, from, to);
  }

  async eventOf(index: number): Promise<RecordedEvent | undefined> {
    const { value } = await this.events(index, index + 1).next();
    return value?.[0];
  }

  /** The id of the log. Asked where there is an event. */
  log(): Promise<string> {
    return this.logId.read();
  }

  private async askAgain(): Promise<void> {
    const latest = await this.store.latestCheckpoint();
    if (latest !== undefined && this.state === 'SIGNING') this.cosignatures.ask(latest, true);
  }

  private async keepCosigned(size: number, signatures: readonly NoteSignature[]): Promise<void> {
    const kept = await this.checkpointOf(size);
    if (kept === undefined) return;
    await this.store.keepCheckpoint({ size, note: withSignatures(kept.note, signatures) });
  }

  /** Its name. Asked where there is an event. */
  async origin(): Promise<string> {
    const { origin } = this.options.settings;
    if (origin !== undefined) return origin;
    const latest = await this.store.latestCheckpoint();
    if (latest !== undefined) return readCheckpoint(latest.note).origin;
    return `${DEFAULT_ORIGIN}/${await this.logId.read()}`;
  }
}
