import { AsyncLocalStorage } from 'node:async_hooks';
import { foldedInto } from '#projection-engine';
import type { FoldedModels, LeftOut, Projection } from '#projection-engine';
import type { EventLog } from '#event-log';
import { MOMENTARY_PROJECTIONS } from '#projections';
import type { KnownHistory } from '#projections';
import type { DocumentCollection } from '#read-models';
import { openMemoryDocumentStore } from '#read-models/memory';
import { notToldAsOf } from '../errors';

interface MomentOptions {
  /** Decimal. */
  readonly position: string;
  readonly history: KnownHistory;
  readonly log: EventLog;
  readonly leftOut: readonly LeftOut[];
}

/** What was known at a position of what one query is about: each read model folded when it is first asked. */
export class Moment {
  readonly position: string;
  private readonly folded = new Map<string, Promise<FoldedModels>>();

  constructor(private readonly options: MomentOptions) {
    this.position = options.position;
  }

  /** Whether all is known here that was known of an organisation; of others, only what the register says. */
  isWhole(organisation: string): boolean {
    return this.options.history.isWhole(organisation);
  }

  /** @throws ApiError `AS_OF_NOT_TOLD` for a read model that is told of now alone */
  async collection<D extends object>(name: string): Promise<DocumentCollection<D>> {
    const projection = MOMENTARY_PROJECTIONS.find(({ collections }) =>
      collections.some((collection) => collection.name === name),
    );
    if (projection === undefined) throw notToldAsOf(name);
    const folded = this.folded.get(projection.name) ?? this.fold(projection);
    this.folded.set(projection.name, folded);
    return (await folded).collection<D>(name);
  }

  private fold(projection: Projection): Promise<FoldedModels> {
    const { history, log, leftOut } = this.options;
    const { events } = history;
    return foldedInto(openMemoryDocumentStore(), [projection], { events, log, leftOut });
  }
}

/** The moment of which a field is resolved. It goes along by itself, so that nothing below an answer is of now. */
const moments = new AsyncLocalStorage<Moment>();

export function currentMoment(): Moment | undefined {
  return moments.getStore();
}

export function inMoment<Result>(moment: Moment, work: () => Result): Result {
  return moments.run(moment, work);
}
