import type { Scorecard } from '#criteria';
import type { CaseId, OrganisationId } from '#vocabulary';
import type { CaseSubject } from '#domain';
import type { EventLog, Position } from '#event-log';
import type { LoadedStream } from './loaded-stream';
import type { DecisionSources } from './sources.port';
import type { StreamLoader } from './stream-loader';

const MAX_ROUNDS = 64;

export interface KnowledgeSources {
  readonly log: Pick<EventLog, 'head'>;
  readonly streams: StreamLoader;
  readonly sources: DecisionSources;
}

interface Assumed {
  readonly value: unknown;
  readonly find: () => Promise<unknown>;
}

/**
 * What a decision knows of the rest of the log. It is asked synchronously. What it has not read yet
 * it answers from memory, and reads once the question is through: if something turns out to be
 * otherwise, the question is asked again.
 */
export class Knowledge {
  private readonly known = new Map<string, unknown>();
  private readonly assumed = new Map<string, Assumed>();
  private head: Position | undefined;

  constructor(private readonly from: KnowledgeSources) {}

  /** Asks until every answer that `ask` relied on has been read. */
  async settle<T>(ask: () => T): Promise<T> {
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const answer = ask();
      if (this.assumed.size === 0 || (await this.confirm())) return answer;
    }
    throw new Error('A decision keeps asking for more');
  }

  /** The position up to which, at least, other streams were read; none were while it is undefined. */
  get readThrough(): Position | undefined {
    return this.head;
  }

  /** What is being decided about: later questions see what was decided before them. */
  keep(stream: string, state: unknown): void {
    this.known.set(stream, state);
  }

  /** States of streams that do not exist are not known of, rather than initial. */
  state<S>(stream: string): S | undefined {
    if (this.known.has(stream)) return this.known.get(stream) as S | undefined;
    const { streams } = this.from;
    const value = stateOf(streams.kept(stream));
    this.assumed.set(stream, { value, find: async () => stateOf(await streams.load(stream)) });
    return value as S | undefined;
  }

  casesOf(subject: CaseSubject): readonly CaseId[] {
    const { sources } = this.from;
    const find = (): Promise<unknown> => sources.casesOf(subject);
    return this.lookUp<readonly CaseId[]>(`?cases/${JSON.stringify(subject)}`, find) ?? [];
  }

  scorecard(organisation: OrganisationId, year: number): Scorecard | undefined {
    const { sources } = this.from;
    const find = (): Promise<unknown> => sources.scorecard(organisation, year);
    return this.lookUp<Scorecard>(`?scorecard/${year}/${organisation}`, find);
  }

  private lookUp<T>(key: string, find: () => Promise<unknown>): T | undefined {
    if (!this.known.has(key)) this.assumed.set(key, { value: undefined, find });
    return this.known.get(key) as T | undefined;
  }

  private async confirm(): Promise<boolean> {
    // The head before reading: everything up to it is read, perhaps a little more.
    this.head ??= await this.from.log.head();
    const assumed = [...this.assumed];
    this.assumed.clear();
    const confirmed = await Promise.all(
      assumed.map(async ([key, { value, find }]) => {
        const found = await find();
        this.known.set(key, found);
        return found === value;
      }),
    );
    return confirmed.every(Boolean);
  }
}

function stateOf(loaded: LoadedStream | undefined): unknown {
  return loaded === undefined || loaded.revision < 0 ? undefined : loaded.state;
}
