import type { Logger } from 'pino';
import { LEDGER_OF_HISTORY, streams } from '#domain';
import type { AcceptedBreak } from '#domain';
import type { EventLog, RecordedEvent } from '#event-log';
import { readCheckpoint } from '#ledger';
import type { KeptCheckpoint, LedgerTrees } from '#ledger';
import type { LedgerKeys } from '#ledger/keys';
import { isSameBreak, readAccepted, writeAccepted } from './accepted-break';

interface NumberedTreesOptions {
  readonly trees: LedgerTrees;
  readonly log: Pick<EventLog, 'readStream'>;
  readonly keys: LedgerKeys;
  readonly logger: Logger;
}

/** The trees of the history's ledger: each but the first follows one that was broken, as an operator accepted. */
export class NumberedTrees {
  /** What the trees from the second on follow. */
  private followed: readonly AcceptedBreak[] = [];
  private complainedOf: number | undefined;

  constructor(private readonly options: NumberedTreesOptions) {}

  /** Reads what there is. One that no key of ours signed is none: the tree before it is the present one, broken as it is. */
  async begin(): Promise<void> {
    const { trees } = this.options;
    await trees.begin();
    const last = await trees.last();
    const followed: AcceptedBreak[] = [];
    for (let tree = 2; tree <= last; tree += 1) {
      const found = this.acceptedIn(await trees.accepted(tree));
      if (found === undefined) {
        this.complain(tree);
        break;
      }
      followed.push(found);
    }
    this.followed = followed;
  }

  /** Of the present tree: 1 where none was ever broken. */
  get present(): number {
    return this.followed.length + 1;
  }

  /** The names of all trees; none where there is only the first one. */
  get origins(): readonly string[] {
    return this.followed.flatMap(({ origin, followedBy }, at) =>
      at === 0 ? [origin, followedBy] : [followedBy],
    );
  }

  /** What an operator is to accept of the present tree, durable before it is recorded. */
  async accept(latest: KeptCheckpoint, firstLeaf: number | undefined): Promise<AcceptedBreak> {
    const { trees, keys } = this.options;
    const { origin, size, root } = readCheckpoint(latest.note);
    const tree = this.present + 1;
    const found = {
      ledger: LEDGER_OF_HISTORY,
      tree,
      origin,
      size,
      root: root.toString('base64'),
      followedBy: `${this.origins[0] ?? origin}/${tree}`,
      // In the order of the fact, by which a repeated command is known.
      ...(firstLeaf === undefined ? {} : { firstLeaf }),
    };
    await trees.accept(tree, writeAccepted(found, keys.signers(found.followedBy)));
    return found;
  }

  /**
   * Goes on to the next tree where another process has, or where the break was accepted and that is recorded.
   *
   * @param isBroken whether the present tree is
   * @returns what was accepted; nothing where the present tree stays
   */
  async goOn(isBroken: boolean): Promise<AcceptedBreak | undefined> {
    const { trees } = this.options;
    const next = this.present + 1;
    const note = await trees.accepted(next);
    const followed = this.acceptedIn(note);
    if (note !== undefined && followed === undefined) this.complain(next);
    const found = followed ?? (isBroken ? await this.recorded(next) : undefined);
    if (found !== undefined) this.followed = [...this.followed, found];
    return found;
  }

  /** What was recorded by a command, where it accepted a break. */
  async acceptedBy(command: string): Promise<AcceptedBreak | undefined> {
    const events = await this.acceptedBreaks();
    const found = events.find(({ metadata }) => metadata.commandId === command);
    return found?.data as AcceptedBreak | undefined;
  }

  private complain(tree: number): void {
    if (this.complainedOf === tree) return;
    this.complainedOf = tree;
    this.options.logger.fatal({ tree }, 'What a tree of the ledger follows was not signed by us');
  }

  private async recorded(next: number): Promise<AcceptedBreak | undefined> {
    const { trees } = this.options;
    const note = await trees.accepting(next);
    const found = this.acceptedIn(note);
    if (note === undefined || found === undefined) return undefined;
    const events = await this.acceptedBreaks();
    if (!events.some(({ data }) => isSameBreak(data, found))) return undefined;
    await trees.follow(next, note);
    return found;
  }

  private async acceptedBreaks(): Promise<readonly RecordedEvent[]> {
    const { log } = this.options;
    const events: RecordedEvent[] = [];
    for await (const event of log.readStream(streams.ledger(LEDGER_OF_HISTORY))) events.push(event);
    return events.filter(({ type }) => type === 'LedgerBreakAccepted');
  }

  private acceptedIn(note: string | undefined): AcceptedBreak | undefined {
    const { keys } = this.options;
    const signers = (origin: string) => {
      if (!keys.exist) return undefined;
      return keys.hasOf(origin) ? keys.signers(origin) : [];
    };
    return note === undefined ? undefined : readAccepted(note, signers);
  }
}
