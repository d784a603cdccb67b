import { portionsOf } from '#read-models';
import type { Cursor, DocumentCollection, Where } from '#read-models';
import type { TimelineDocument } from '../timeline';

/** More than this is not read for one answer. */
export class HistoryTooLong extends Error {
  override readonly name = 'HistoryTooLong';

  constructor(readonly limit: number) {
    super(`The history behind the answer is of more than ${limit} events`);
  }
}

/** By what the timeline is asked for several things at once. */
const PATHS = {
  concerned: 'concerned',
  member: 'members',
  case: 'cases',
  stream: 'stream',
  asked: 'asked',
} as const;

type By = keyof typeof PATHS;
type Index = By | 'position';

const PAGE = 2_000;

/** The events of the timeline that were looked up, each once, none behind a position, and no more than a bound. */
export class SelectedEvents {
  private readonly events = new Map<string, TimelineDocument>();
  private readonly lookedUp = new Set<string>();

  constructor(
    private readonly timeline: Pick<DocumentCollection<TimelineDocument>, 'find'>,
    private readonly through: bigint,
    private readonly limit: number,
  ) {}

  /** All events of some things; of those that were looked up before, none. @throws {HistoryTooLong} */
  async of(by: By, things: Iterable<string>): Promise<readonly TimelineDocument[]> {
    const found: TimelineDocument[] = [];
    for (const portion of portionsOf(this.unseen(by, things))) {
      for await (const event of this.read(by, among(by, portion))) found.push(this.take(event));
    }
    return found;
  }

  /** @throws {HistoryTooLong} */
  async everything(): Promise<void> {
    for await (const event of this.read('position', {})) this.take(event);
  }

  /** The first event of a thing. */
  async firstOf(by: By, thing: string): Promise<void> {
    if (this.unseen(by, [thing]).length === 0) return;
    const [first] = (await this.page(by, among(by, [thing]), 1)).items;
    if (first !== undefined) this.take(first.body);
  }

  all(): readonly TimelineDocument[] {
    return [...this.events.values()].sort(byPosition);
  }

  private unseen(by: By, things: Iterable<string>): readonly string[] {
    const unseen = [...new Set(things)].filter((thing) => !this.lookedUp.has(`${by} ${thing}`));
    for (const thing of unseen) this.lookedUp.add(`${by} ${thing}`);
    return unseen;
  }

  private take(event: TimelineDocument): TimelineDocument {
    this.events.set(event.id, event);
    if (this.events.size > this.limit) throw new HistoryTooLong(this.limit);
    return event;
  }

  private async *read(index: Index, where: Where): AsyncGenerator<TimelineDocument> {
    let after: Cursor | undefined;
    do {
      const page = await this.page(index, where, PAGE, after);
      for (const { body } of page.items) yield body;
      after = page.hasMore ? page.items.at(-1)?.cursor : undefined;
    } while (after !== undefined);
  }

  private page(index: Index, where: Where, limit: number, after?: Cursor) {
    return this.timeline.find({
      where,
      range: { path: 'position', to: { value: this.through, inclusive: true } },
      order: { index, direction: 'ascending' },
      limit,
      ...(after === undefined ? {} : { after }),
    });
  }
}

function among(by: By, things: readonly string[]): Where {
  return { [PATHS[by]]: { in: things } };
}

function byPosition(a: TimelineDocument, b: TimelineDocument): number {
  return BigInt(a.position) < BigInt(b.position) ? -1 : 1;
}
