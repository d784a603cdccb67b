import { portionsOf } from '#read-models';
import type { Term } from '#read-models';
import type { LoggedFact } from '#projection-engine';
import { askedIn, concernedBy, EVERY_EVENT, TERMS } from '../timeline';
import type { Timeline } from '../timeline';

/** More than this is not read for one answer. */
export class HistoryTooLong extends Error {
  override readonly name = 'HistoryTooLong';

  constructor(readonly limit: number) {
    super(`The history behind the answer is of more than ${limit} events`);
  }
}

/** By what the timeline is asked for several things at once: what an event has of it. */
const THINGS = {
  concerned: ({ data }) => concernedBy(data),
  member: ({ metadata }) => metadata.tags.members,
  case: ({ metadata }) => metadata.tags.cases,
  stream: ({ stream }) => [stream],
  asked: (event) => [askedIn(event) ?? ''],
} as const satisfies Readonly<Record<string, (event: LoggedFact) => readonly string[]>>;

type By = keyof typeof THINGS;

const PAGE = 2_000;

/** The events of the log that were looked up, each read once, none behind a position, and no more than a bound. */
export class SelectedEvents {
  private readonly events = new Map<bigint, LoggedFact>();
  private readonly lookedUp = new Set<string>();

  constructor(
    private readonly timeline: Timeline,
    private readonly through: bigint,
    private readonly limit: number,
  ) {}

  /** All events of some things; of those that were looked up before, none. @throws {HistoryTooLong} */
  async of(by: By, things: Iterable<string>): Promise<readonly LoggedFact[]> {
    const found: LoggedFact[] = [];
    for (const portion of portionsOf(this.unseen(by, things))) {
      const wanted = new Set(portion);
      const isWanted = (event: LoggedFact) => THINGS[by](event).some((one) => wanted.has(one));
      for await (const page of this.pages(portion.map(TERMS[by]))) {
        found.push(...(await this.take(page, isWanted)));
      }
    }
    return found;
  }

  /** @throws {HistoryTooLong} */
  async everything(): Promise<void> {
    for await (const page of this.pages([EVERY_EVENT])) await this.take(page, () => true);
  }

  /** The first event of a thing. */
  async firstOf(by: By, thing: string): Promise<void> {
    if (this.unseen(by, [thing]).length === 0) return;
    const isWanted = (event: LoggedFact) => THINGS[by](event).includes(thing);
    for await (const page of this.pages([TERMS[by](thing)], 1)) {
      if ((await this.take(page, isWanted)).length > 0) return;
    }
  }

  all(): readonly LoggedFact[] {
    return [...this.events.values()].sort((a, b) => (a.position < b.position ? -1 : 1));
  }

  private unseen(by: By, things: Iterable<string>): readonly string[] {
    const unseen = [...new Set(things)].filter((thing) => !this.lookedUp.has(`${by} ${thing}`));
    for (const thing of unseen) this.lookedUp.add(`${by} ${thing}`);
    return unseen;
  }

  /** Those of the events at some places that are wanted; the others were led to by a term that two things share. */
  private async take(
    positions: readonly bigint[],
    isWanted: (event: LoggedFact) => boolean,
  ): Promise<readonly LoggedFact[]> {
    const unread = positions.filter((position) => !this.events.has(position));
    if (this.events.size + unread.length > this.limit + PAGE) throw new HistoryTooLong(this.limit);
    const read = (await this.timeline.read(unread)).filter(isWanted);
    for (const event of read) this.events.set(event.position, event);
    if (this.events.size > this.limit) throw new HistoryTooLong(this.limit);
    return positions.flatMap((position) => this.events.get(position) ?? []);
  }

  private async *pages(terms: readonly Term[], limit = PAGE): AsyncGenerator<readonly bigint[]> {
    for (let from: bigint | undefined = 0n; from !== undefined;) {
      const page: Awaited<ReturnType<Timeline['find']>> = await this.timeline.find({
        allOf: [terms],
        from,
        to: this.through,
        direction: 'ascending',
        limit,
      });
      yield page.positions;
      from = page.hasMore && page.end !== undefined ? page.end + 1n : undefined;
    }
  }
}
