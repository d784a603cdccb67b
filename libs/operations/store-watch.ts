import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Gauge } from 'prom-client';
import type { EventLog } from '#event-log';
import type { ProjectedModels } from '#projection-engine';
import { EVENT_LOG, PROJECTED_MODELS } from './injection-tokens';
import { Metrics } from './metrics';
import { within } from './within';

const LOOK_EVERY_MS = 5_000;
/** A store that takes longer to answer counts as unavailable. */
export const ANSWER_MS = 2_000;
const MS_PER_SECOND = 1000;

/** The names of the stores in log messages. */
const NAMES = { eventLog: 'event log', readModels: 'store of read models' } as const;
const STORES = ['eventLog', 'readModels'] as const;

export type Store = (typeof STORES)[number];
export type StoresSeen = Readonly<Record<Store, boolean>>;

/** Checks whether the stores answer, on request and periodically, and logs when an outage begins and ends. */
@Injectable()
export class StoreWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(StoreWatch.name);
  private readonly available: Gauge<'store'>;
  private readonly awaySince = new Map<Store, number>();
  private clock: NodeJS.Timeout | undefined;
  private looking: Promise<StoresSeen> | undefined;

  constructor(
    metrics: Metrics,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(PROJECTED_MODELS) private readonly models: ProjectedModels,
  ) {
    this.available = new Gauge({
      name: 'four_good_store_available',
      help: '1 while the store answers this process.',
      labelNames: ['store'],
      registers: [metrics.registry],
    });
  }

  onApplicationBootstrap(): void {
    this.clock = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.clock.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.clock);
  }

  /** One check at a time: overlapping checks could report in the wrong order. */
  look(): Promise<StoresSeen> {
    this.looking ??= this.lookOnce().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async lookOnce(): Promise<StoresSeen> {
    const [eventLog, readModels] = await Promise.all([
      this.ask('eventLog', () => this.log.checkHealth()),
      this.ask('readModels', () => this.models.askStore()),
    ]);
    return { eventLog, readModels };
  }

  private async ask(store: Store, question: () => Promise<unknown>): Promise<boolean> {
    const reason = await reasonWhyNot(question());
    this.available.set({ store }, reason === undefined ? 1 : 0);
    const since = this.awaySince.get(store);
    if (reason !== undefined && since === undefined) {
      this.awaySince.set(store, performance.now());
      this.logger.warn(`The ${NAMES[store]} does not answer: ${reason}`);
    }
    if (reason === undefined && since !== undefined) {
      this.awaySince.delete(store);
      const seconds = Math.round((performance.now() - since) / MS_PER_SECOND);
      this.logger.warn(`The ${NAMES[store]} answers again, after ${seconds} s`);
    }
    return reason === undefined;
  }
}

/** The reason why there is no answer; `undefined` if there is one. */
async function reasonWhyNot(answer: Promise<unknown>): Promise<string | undefined> {
  const outcome = answer.then(
    () => ({ reason: undefined }),
    (error: unknown) => ({ reason: error instanceof Error ? error.message : String(error) }),
  );
  const inTime = await within(ANSWER_MS, outcome);
  return inTime === undefined ? `it says nothing for ${ANSWER_MS} ms` : inTime.reason;
}
