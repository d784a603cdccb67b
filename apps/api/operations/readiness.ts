import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import type { EventLog } from '#event-log';
import { ProjectionEngine } from '#projections';
import type { ProjectionStatus } from '#projections';
import { EVENT_LOG } from '../injection-tokens';

export interface ReadinessReport {
  readonly ready: boolean;
  readonly eventLog: 'open' | 'unavailable';
  readonly readModels: 'open' | 'unavailable';
  readonly projections: readonly {
    readonly name: string;
    readonly version: number;
    readonly state: ProjectionStatus['state'];
    readonly position: string;
    readonly eventsBehind: number;
    readonly secondsBehind: number;
  }[];
}

/**
 * Whether the service can answer: its stores are open, no projection stopped, and all that was
 * recorded before the start is in the read models. Later lag is reported, and no reason to be
 * taken out of service.
 */
@Injectable()
export class Readiness implements OnApplicationBootstrap {
  private hasCaughtUp = false;

  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    private readonly engine: ProjectionEngine,
  ) {}

  onApplicationBootstrap(): void {
    this.engine.caughtUp().then(
      () => {
        this.hasCaughtUp = true;
      },
      // The report says what is wrong when it is asked.
      () => undefined,
    );
  }

  async report(): Promise<ReadinessReport> {
    const [statuses, canRead] = await Promise.all([this.statuses(), this.canRead()]);
    const isRunning = statuses?.every(({ state }) => state === 'RUNNING') ?? false;
    return {
      ready: isRunning && canRead && this.hasCaughtUp,
      eventLog: statuses === undefined ? 'unavailable' : 'open',
      readModels: canRead ? 'open' : 'unavailable',
      projections: (statuses ?? []).map(({ name, version, state, position, ...lag }) => ({
        name,
        version,
        state,
        position: (position ?? 0n).toString(),
        eventsBehind: lag.eventsBehind,
        secondsBehind: lag.secondsBehind,
      })),
    };
  }

  private async canRead(): Promise<boolean> {
    try {
      await this.engine.askStore();
      return true;
    } catch {
      return false;
    }
  }

  private async statuses(): Promise<readonly ProjectionStatus[] | undefined> {
    try {
      await this.log.head();
      return await this.engine.status();
    } catch {
      return undefined;
    }
  }
}
