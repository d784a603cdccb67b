import type { Logger } from 'pino';
import type { Settings } from '#composition';
import type { AcceptedBreak } from '#domain';
import type { EventLog, Position, RecordedEvent } from '#event-log';
import { untilPassed } from '#feeds';
import {
  entryOf,
  eventsOfLeaves,
  inclusionProof,
  leavesOf,
  LedgerFollowed,
  readCheckpoint,
  withSignatures,
} from '#ledger';
import type { KeptCheckpoint, LedgerBreak, LedgerState, LedgerTrees, NoteSignature } from '#ledger';
import type { LedgerKeys, PublishedKey } from '#ledger/keys';
import { Cosignatures } from '#ledger/witness';
import type { WitnessStanding } from '#ledger/witness';
import { isAbsence } from '#projection-engine';
import { LogId } from '../feeds';
import { NumberedTrees } from './numbered-trees';
import { SignedTree } from './signed-tree';
import type { ServedTree } from './tree.routes';

interface HistoryLedgerOptions {
  /** As events are stored. */
  readonly log: EventLog;
  /** Closed with it. */
  readonly trees: LedgerTrees;
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

/** A key, and of which tree it is where there is more than one. */
export interface TreeKey extends PublishedKey {
  readonly tree?: number;
}

/** For one witness to cosign. */
const WITNESS_MS = 10_000;
const ASK_AGAIN_MS = 60 * 60 * 1_000;
/** Whether a store is there again, and whether other services have gone on to another tree. */
const LOOK_AGAIN_MS = 1_000;
const DEFAULT_ORIGIN = 'four-good.local';

/** The ledger of the history: the tree over the log, and what was signed of it. */
export class HistoryLedger {
  private tree: SignedTree | undefined;
  private opening: Promise<SignedTree> | undefined;
  private readonly numbered: NumberedTrees;
  private readonly logId: LogId;
  private readonly cosignatures: Cosignatures;
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private askingAgain: NodeJS.Timeout | undefined;
  private following: Promise<unknown> = Promise.resolve();
  private isStarted = false;

  constructor(private readonly options: HistoryLedgerOptions) {
    const { log, settings } = options;
    this.logId = new LogId(log);
    this.numbered = new NumberedTrees(options);
    this.cosignatures = new Cosignatures({
      witnesses: settings.witnesses,
      prove: (from, to) => this.consistency(from, to),
      keep: (size, signatures) => this.keepCosigned(size, signatures),
      timeoutMs: WITNESS_MS,
    });
  }

  start(): void {
    this.isStarted = true;
    // Of a tree that does not grow, the signatures stay young, too.
    this.askingAgain = setInterval(() => {
      // Where a store is away, in an hour again.
      this.askAgain().catch(() => undefined);
    }, ASK_AGAIN_MS).unref();
    this.running = this.run();
  }

  async stop(): Promise<void> {
    clearInterval(this.askingAgain);
    this.stopping.abort();
    await this.running;
    await this.following;
    await this.tree?.stop();
    await this.cosignatures.close();
    await this.options.trees.close();
  }

  /** The present tree, as it is served. */
  async served(): Promise<ServedTree> {
    const { store } = await this.present();
    return {
      store,
      latest: () => store.latestCheckpoint(),
      publishedKeys: () => this.publishedKeys(),
    };
  }

  /** Those of a tree by its number, as they were signed; nothing where there is no such tree. */
  async checkpointsOf(number: number): Promise<readonly KeptCheckpoint[] | undefined> {
    const { store } = await this.present();
    const { present } = this.numbered;
    if (number < 1 || number > present) return undefined;
    return number === present
      ? store.checkpoints(0)
      : this.options.trees.read(number).checkpoints(0);
  }

  /**
   * What an operator is to accept, durable before it is recorded.
   *
   * @returns nothing where the log gives what was signed
   */
  async breakToAccept(): Promise<AcceptedBreak | undefined> {
    const latest = await this.checkpoint();
    if (this.state !== 'BROKEN' || latest === undefined) return undefined;
    return this.numbered.accept(latest, this.found?.index);
  }

  /** Begins the tree that follows, where a break was accepted and that is recorded. @returns whether it was */
  follow(): Promise<boolean> {
    const done = this.following.then(() => this.followAccepted());
    this.following = done.catch(() => undefined);
    return done;
  }

  /** What was recorded by a command, where it accepted a break. */
  acceptedBy(command: string): Promise<AcceptedBreak | undefined> {
    return this.numbered.acceptedBy(command);
  }

  get state(): LedgerState {
    return this.tree?.state ?? 'CHECKING';
  }

  get found(): LedgerBreak | undefined {
    return this.tree?.found;
  }

  /** Of the last checkpoint. */
  get signedSize(): number {
    return this.tree?.signedSize ?? 0;
  }

  get witnesses(): readonly WitnessStanding[] {
    return this.cosignatures.standings();
  }

  get isPublic(): boolean {
    return this.options.settings.isPublic;
  }

  /** Of everything recorded so far; of a ledger that is broken, the last that was signed. */
  async checkpoint(): Promise<KeptCheckpoint | undefined> {
    try {
      return await (await this.present()).checkpoint();
    } catch (error) {
      if (!(error instanceof LedgerFollowed)) throw error;
      await this.follow();
      return (await this.present()).checkpoint();
    }
  }

  /** The first checkpoint of a tree with this leaf. */
  async covering(index: number): Promise<KeptCheckpoint | undefined> {
    const { store } = await this.present();
    return store.firstCheckpoint(index + 1);
  }

  async checkpointOf(size: number): Promise<KeptCheckpoint | undefined> {
    return (await this.present()).checkpointOf(size);
  }

  async indexOf(position: Position): Promise<number | undefined> {
    return (await this.present()).store.indexOf(position);
  }

  async prove(event: RecordedEvent, checkpoint: KeptCheckpoint): Promise<ProvedLeaf | undefined> {
    const { store } = await this.present();
    const index = await store.indexOf(event.position);
    if (index === undefined || index >= checkpoint.size) return undefined;
    const hashes = await inclusionProof(store, index, checkpoint.size);
    return { index, entry: entryOf(event), hashes, checkpoint };
  }

  async consistency(from: number, to: number): Promise<readonly Buffer[]> {
    return (await this.present()).consistency(from, to);
  }

  /** The events of leaves from `from` up to `to`, exclusive, as they are stored, in portions. */
  events(from: number, to: number): ReturnType<typeof eventsOfLeaves> {
    const { log } = this.options;
    const positionOf = async (index: number) => (await this.present()).store.positionOf(index);
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

  /** Begins as soon as the stores answer; then goes on to another tree where other services have. */
  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const { trees, logger } = this.options;
    const isOver = () => signal.aborted;
    let isRunning = false;
    while (!isOver()) {
      try {
        const tree = await this.present();
        if (!isRunning) tree.start();
        isRunning = true;
        if (!trees.isShared) return;
        await this.follow();
      } catch (error) {
        if (!isAbsence(error)) logger.error({ err: error }, 'The ledger does not go on');
      }
      await untilPassed(LOOK_AGAIN_MS, signal);
    }
  }

  private present(): Promise<SignedTree> {
    this.opening ??= this.open().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  private async open(): Promise<SignedTree> {
    await this.numbered.begin();
    this.tree = this.presentTree();
    return this.tree;
  }

  private async askAgain(): Promise<void> {
    if (this.state !== 'SIGNING') return;
    const { store } = await this.present();
    const latest = await store.latestCheckpoint();
    if (latest !== undefined) this.cosignatures.ask(latest, true);
  }

  private async keepCosigned(size: number, signatures: readonly NoteSignature[]): Promise<void> {
    const { store } = await this.present();
    await store.exclusively(async () => {
      const kept = await this.checkpointOf(size);
      if (kept === undefined) return;
      await store.keepCheckpoint({ size, note: withSignatures(kept.note, signatures) });
    });
  }

  private async followAccepted(): Promise<boolean> {
    const { logger } = this.options;
    if (this.stopping.signal.aborted) return false;
    const former = await this.present();
    const found = await this.numbered.goOn(former.state === 'BROKEN');
    if (found === undefined) return false;
    await former.stop();
    this.tree = this.presentTree();
    this.opening = Promise.resolve(this.tree);
    if (this.isStarted) this.tree.start();
    logger.warn(
      { ...found },
      'An operator accepted that the ledger was broken: another tree follows',
    );
    return true;
  }

  /** Of all trees; those of a tree that another one follows up to what it signed last. */
  private async publishedKeys(): Promise<readonly TreeKey[]> {
    const published = this.options.keys.published();
    const { origins, present } = this.numbered;
    if (origins.length === 0) return published;
    const trees = origins.map(async (origin, at) => {
      const isFormer = at + 1 < present;
      const former = isFormer ? this.options.trees.read(at + 1) : undefined;
      const last = (await former?.latestCheckpoint())?.size;
      return published
        .filter((key) => key.origin === origin)
        .map((key) => ({
          ...key,
          tree: at + 1,
          ...(last === undefined ? {} : { to: key.to ?? last }),
        }));
    });
    return (await Promise.all(trees)).flat();
  }

  private presentTree(): SignedTree {
    const { log, trees, keys, logger, settings } = this.options;
    const store = trees.storeOf(this.numbered.present);
    return new SignedTree({
      leaves: leavesOf(log),
      store,
      origin: () => this.origin(),
      signers: (origin) => keys.signers(origin),
      isKeyNew: !keys.exist && !trees.isShared,
      intervalMs: settings.intervalMs,
      onSigned: (checkpoint) => {
        logger.debug({ size: checkpoint.size }, 'The ledger was signed');
        this.cosignatures.ask(checkpoint);
      },
      // A process that ended may have recorded that it is accepted, and gone no further; or another one went on.
      onEnded: () => {
        this.follow().catch((error: unknown) => {
          logger.error({ err: error }, 'It could not be told whether the break was accepted');
        });
      },
      brokenMessage:
        'The log does not give what the ledger signed: it was changed, and nothing is signed any more',
      logger,
    });
  }

  /** Its name. Asked where there is an event. */
  async origin(): Promise<string> {
    const { store } = await this.present();
    const following = this.numbered.origins.at(-1);
    if (following !== undefined) return following;
    const { origin } = this.options.settings;
    if (origin !== undefined) return origin;
    const latest = await store.latestCheckpoint();
    if (latest !== undefined) return readCheckpoint(latest.note).origin;
    return `${DEFAULT_ORIGIN}/${await this.logId.read()}`;
  }
}
