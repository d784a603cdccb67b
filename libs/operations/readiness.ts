import { Inject, Injectable, Optional } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import type { EventReference, ProjectedModels, ProjectionStatus } from '#projection-engine';
import { ACCESS_LEDGER, LEDGER, MISSING_EVENTS, PROJECTED_MODELS } from './injection-tokens';
import { ANSWER_MS, StoreWatch } from './store-watch';
import type { WatchedLedger } from './watched-ledger';
import { within } from './within';

type EventPlace = Pick<EventReference, 'event' | 'type' | 'stream' | 'revision'>;

type ToldLedger = Pick<WatchedLedger, 'state'> & Partial<Pick<WatchedLedger, 'found'>>;

export interface ReadinessReport {
  readonly ready: boolean;
  readonly eventLog: 'open' | 'unavailable';
  readonly readModels: 'open' | 'unavailable';
  /** Streams of which events were removed from the log: nothing is decided on them. */
  readonly missingEvents: readonly { readonly stream: string; readonly revision: number }[];
  /** `BROKEN` with what was found: the log does not give what was signed. Absent in programs without a ledger. */
  readonly ledger?: ToldLedger;
  /** The same of the records of who looked: `BROKEN` is told, and no reason to be taken out of service. */
  readonly accessLedger?: ToldLedger;
  readonly projections: readonly {
    readonly name: string;
    readonly version: number;
    readonly state: ProjectionStatus['state'];
    readonly ownership: ProjectionStatus['ownership'];
    readonly position: string;
    readonly eventsBehind: number;
    readonly secondsBehind: number;
    /** Where it stopped, and what to do. */
    readonly stoppedAt?: EventPlace & { readonly reason: string; readonly remedy: string };
    /** What it does without; whoever may ask `status` is told more. */
    readonly leftOut?: readonly EventPlace[];
  }[];
}

/**
 * Whether the service can answer: its stores are open and whole as far as is known, no projection
 * stopped, and all that was recorded before the start is in the read models. Later lag is reported, and no reason to be
 * taken out of service; neither is that another process keeps the read models up to date.
 */
@Injectable()
export class Readiness implements OnApplicationBootstrap {
  private hasCaughtUp = false;

  constructor(
    private readonly stores: StoreWatch,
    @Inject(PROJECTED_MODELS) private readonly models: ProjectedModels,
    @Inject(MISSING_EVENTS) private readonly missing: ReadonlyMap<string, number>,
    @Optional() @Inject(LEDGER) private readonly ledger?: WatchedLedger,
    @Optional() @Inject(ACCESS_LEDGER) private readonly accessLedger?: ToldLedger,
  ) {}

  onApplicationBootstrap(): void {
    this.models.caughtUp().then(
      () => {
        this.hasCaughtUp = true;
      },
      // The report says what is wrong when it is asked.
      () => undefined,
    );
  }

  async report(): Promise<ReadinessReport> {
    const { eventLog, readModels } = await this.stores.look();
    const statuses = eventLog ? await this.statuses() : undefined;
    const isRunning = statuses?.every(({ state }) => state === 'RUNNING') ?? false;
    return {
      ready:
        isRunning &&
        readModels &&
        this.hasCaughtUp &&
        this.missing.size === 0 &&
        this.ledger?.state !== 'BROKEN',
      eventLog: eventLog ? 'open' : 'unavailable',
      readModels: readModels ? 'open' : 'unavailable',
      missingEvents: [...this.missing].map(([stream, revision]) => ({ stream, revision })),
      ...(this.ledger && { ledger: toldOf(this.ledger) }),
      ...(this.accessLedger && { accessLedger: toldOf(this.accessLedger) }),
      projections: (statuses ?? []).map(
        ({ name, version, state, ownership, position, stoppedAt, leftOut, ...lag }) => ({
          name,
          version,
          state,
          ownership,
          position: (position ?? 0n).toString(),
          eventsBehind: lag.eventsBehind,
          secondsBehind: lag.secondsBehind,
          ...(stoppedAt && { stoppedAt: { ...placeOf(stoppedAt), ...whyOf(stoppedAt) } }),
          ...(leftOut.length > 0 && { leftOut: leftOut.map(placeOf) }),
        }),
      ),
    };
  }

  /** Nothing while it cannot be told soon: how far the first build is of a long log may have to be counted. */
  private statuses(): Promise<readonly ProjectionStatus[] | undefined> {
    return within(
      ANSWER_MS,
      this.models.status().catch(() => undefined),
    );
  }
}

function toldOf({ state, found }: ToldLedger): ToldLedger {
  return { state, ...(found && { found }) };
}

function placeOf({ event, type, stream, revision }: EventReference): EventPlace {
  return { event, type, stream, revision };
}

function whyOf({ reason, remedy }: NonNullable<ProjectionStatus['stoppedAt']>) {
  return { reason, remedy };
}
