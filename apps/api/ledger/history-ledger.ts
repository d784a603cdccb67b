import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Settings } from '#composition';
import { LEDGER_OF_HISTORY, streams } from '#domain';
import type { AcceptedBreak } from '#domain';
import type { EventLog, Position, RecordedEvent } from '#event-log';
import {
  entryOf,
  eventsOfLeaves,
  inclusionProof,
  leavesOf,
  readCheckpoint,
  splitCheckpoints,
  withSignatures,
} from '#ledger';
import type { KeptCheckpoint, LedgerBreak, LedgerState, LedgerStore, NoteSignature } from '#ledger';
import { FileLedgerStore, TreesOnDisk } from '#ledger/files';
import type { LedgerKeys, PublishedKey } from '#ledger/keys';
import { Cosignatures } from '#ledger/witness';
import type { WitnessStanding } from '#ledger/witness';
import { LogId } from '../feeds';
import { isSameBreak, readAccepted, writeAccepted } from './accepted-break';
import { LEDGER } from './ledger-folder';
import { signedIn, SignedTree } from './signed-tree';

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

/** A key, and of which tree it is where there is more than one. */
export interface TreeKey extends PublishedKey {
  readonly tree?: number;
}

/** For one witness to cosign. */
const WITNESS_MS = 10_000;
const ASK_AGAIN_MS = 60 * 60 * 1_000;
const DEFAULT_ORIGIN = 'four-good.local';

/** The ledger of the history: the tree over the log, and what was signed of it. */
export class HistoryLedger {
  private tree: SignedTree;
  /** What the trees from the second on follow. */
  private readonly followed: AcceptedBreak[];
  private readonly trees: TreesOnDisk;
  /** Closed with the present one: somebody may be reading them. */
  private readonly former: SignedTree[] = [];
  private readonly logId: LogId;
  private readonly cosignatures: Cosignatures;
  private askingAgain: NodeJS.Timeout | undefined;
  private following: Promise<unknown> = Promise.resolve();
  private isStarted = false;

  constructor(private readonly options: HistoryLedgerOptions) {
    const { log, dataDir, settings } = options;
    this.logId = new LogId(log);
    this.trees = new TreesOnDisk(join(dataDir, LEDGER));
    this.followed = this.acceptedBefore();
    this.cosignatures = new Cosignatures({
      witnesses: settings.witnesses,
      prove: (from, to) => this.consistency(from, to),
      keep: (size, signatures) => this.keepCosigned(size, signatures),
      timeoutMs: WITNESS_MS,
    });
    this.tree = this.presentTree();
  }

  start(): void {
    this.isStarted = true;
    // Of a tree that does not grow, the signatures stay young, too.
    this.askingAgain = setInterval(() => void this.askAgain(), ASK_AGAIN_MS).unref();
    this.tree.start();
  }

  async stop(): Promise<void> {
    clearInterval(this.askingAgain);
    await this.following;
    await this.tree.stop();
    await this.cosignatures.close();
    for (const { store } of [...this.former, this.tree]) await store.close();
  }

  get store(): LedgerStore {
    return this.tree.store;
  }

  /** Of the present tree: 1 where none was ever broken. */
  get number(): number {
    return this.followed.length + 1;
  }

  /** Those of a tree that another one follows, as they were served; nothing where there is no such tree. */
  checkpointsOf(number: number): readonly KeptCheckpoint[] | undefined {
    if (number < 1 || number >= this.number) return undefined;
    const path = join(this.trees.folderOf(number), 'checkpoints');
    return splitCheckpoints(readFileSync(path, 'utf8')).map((note) => ({
      size: readCheckpoint(note).size,
      note,
    }));
  }

  /**
   * What an operator is to accept, durable before it is recorded.
   *
   * @returns nothing where the log gives what was signed
   */
  async breakToAccept(): Promise<AcceptedBreak | undefined> {
    const { keys } = this.options;
    const latest = await this.checkpoint();
    if (this.state !== 'BROKEN' || latest === undefined) return undefined;
    const { origin, size, root } = signedIn(latest);
    const [firstOrigin] = this.origins();
    const tree = this.number + 1;
    const firstLeaf = this.found?.index;
    const found = {
      ledger: LEDGER_OF_HISTORY,
      tree,
      origin,
      size,
      root: root.toString('base64'),
      followedBy: `${firstOrigin ?? origin}/${tree}`,
      // In the order of the fact, by which a repeated command is known.
      ...(firstLeaf === undefined ? {} : { firstLeaf }),
    };
    this.trees.accept(tree, writeAccepted(found, keys.signers(found.followedBy)));
    return found;
  }

  /** Begins the tree that follows, where a break was accepted and that is recorded. @returns whether it was */
  follow(): Promise<boolean> {
    const done = this.following.then(() => this.followAccepted());
    this.following = done.catch(() => undefined);
    return done;
  }

  /** What was recorded by a command, where it accepted a break. */
  async acceptedBy(command: string): Promise<AcceptedBreak | undefined> {
    const events = await this.acceptedBreaks();
    const found = events.find(({ metadata }) => metadata.commandId === command);
    return found?.data as AcceptedBreak | undefined;
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

  /** Of all trees; those of a tree that another one follows up to what it signed last. */
  publishedKeys(): readonly TreeKey[] {
    const published = this.options.keys.published();
    const origins = this.origins();
    if (origins.length === 0) return published;
    return origins.flatMap((origin, at) => {
      const last = this.checkpointsOf(at + 1)?.at(-1)?.size;
      return published
        .filter((key) => key.origin === origin)
        .map((key) => ({
          ...key,
          tree: at + 1,
          ...(last === undefined ? {} : { to: key.to ?? last }),
        }));
    });
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

  private async followAccepted(): Promise<boolean> {
    const next = this.number + 1;
    const note = this.trees.accepting(next);
    const found = this.acceptedIn(note);
    if (note === undefined || found === undefined || this.state !== 'BROKEN') return false;
    const events = await this.acceptedBreaks();
    if (!events.some(({ data }) => isSameBreak(data, found))) return false;
    this.trees.follow(next, note);
    this.followed.push(found);
    this.former.push(this.tree);
    await this.tree.stop();
    this.tree = this.presentTree();
    if (this.isStarted) this.tree.start();
    const { logger } = this.options;
    logger.warn(
      { ...found },
      'An operator accepted that the ledger was broken: another tree follows',
    );
    return true;
  }

  private async acceptedBreaks(): Promise<readonly RecordedEvent[]> {
    const { log } = this.options;
    const events: RecordedEvent[] = [];
    for await (const event of log.readStream(streams.ledger(LEDGER_OF_HISTORY))) events.push(event);
    return events.filter(({ type }) => type === 'LedgerBreakAccepted');
  }

  private presentTree(): SignedTree {
    const { log, keys, logger, settings } = this.options;
    const { number } = this;
    return new SignedTree({
      leaves: leavesOf(log),
      store: new FileLedgerStore(this.trees.folderOf(number)),
      origin: () => this.origin(),
      signers: (origin) => keys.signers(origin),
      isKeyNew: !keys.exist,
      intervalMs: settings.intervalMs,
      onSigned: (checkpoint) => {
        logger.debug({ size: checkpoint.size }, 'The ledger was signed');
        this.cosignatures.ask(checkpoint);
      },
      onBroken: () => {
        // A process that ended may have recorded that it is accepted, and gone no further.
        this.follow().catch((error: unknown) => {
          logger.error({ err: error }, 'It could not be told whether the break was accepted');
        });
      },
      brokenMessage:
        'The log does not give what the ledger signed: it was changed, and nothing is signed any more',
      logger,
    });
  }

  private acceptedIn(note: string | undefined): AcceptedBreak | undefined {
    const { keys } = this.options;
    const signers = (origin: string) => {
      if (!keys.exist) return undefined;
      return keys.hasOf(origin) ? keys.signers(origin) : [];
    };
    return note === undefined ? undefined : readAccepted(note, signers);
  }

  /** One that no key of ours signed is none: the tree before it is the present one, broken as it is. */
  private acceptedBefore(): AcceptedBreak[] {
    const accepted: AcceptedBreak[] = [];
    for (let tree = 2; tree <= this.trees.last; tree += 1) {
      const found = this.acceptedIn(this.trees.accepted(tree));
      if (found === undefined) {
        this.options.logger.fatal(
          { tree },
          'What a tree of the ledger follows was not signed by us',
        );
        break;
      }
      accepted.push(found);
    }
    return accepted;
  }

  /** The names of all trees; none where there is only the first one. */
  private origins(): readonly string[] {
    return this.followed.flatMap(({ origin, followedBy }, at) =>
      at === 0 ? [origin, followedBy] : [followedBy],
    );
  }

  /** Its name. Asked where there is an event. */
  async origin(): Promise<string> {
    const following = this.origins().at(-1);
    if (following !== undefined) return following;
    const { origin } = this.options.settings;
    if (origin !== undefined) return origin;
    const latest = await this.store.latestCheckpoint();
    if (latest !== undefined) return readCheckpoint(latest.note).origin;
    return `${DEFAULT_ORIGIN}/${await this.logId.read()}`;
  }
}
