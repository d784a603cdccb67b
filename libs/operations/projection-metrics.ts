import { Inject, Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import type { ProjectedModels } from '#projection-engine';
import { PROJECTED_MODELS } from './injection-tokens';
import { Metrics } from './metrics';

type ProjectionGauge = Gauge<'projection'>;

/** How far the projections are. */
@Injectable()
export class ProjectionMetrics {
  private readonly position: ProjectionGauge;
  private readonly eventsBehind: ProjectionGauge;
  private readonly secondsBehind: ProjectionGauge;
  private readonly stopped: ProjectionGauge;
  private readonly owned: ProjectionGauge;
  private readonly leftOut: ProjectionGauge;
  private readonly stoppedAt: Gauge<'projection' | 'event' | 'type' | 'stream' | 'revision'>;
  private readonly setAside: Gauge;

  constructor(
    metrics: Metrics,
    @Inject(PROJECTED_MODELS) private readonly models: ProjectedModels,
  ) {
    const gauge = (name: string, help: string): ProjectionGauge =>
      new Gauge({
        name: `four_good_projection_${name}`,
        help,
        labelNames: ['projection'],
        registers: [metrics.registry],
      });
    this.position = gauge('position', 'Position of the last event applied.');
    this.eventsBehind = gauge('events_behind', 'Events recorded and not yet applied.');
    this.secondsBehind = gauge('seconds_behind', 'Age of the oldest event not yet applied.');
    this.stopped = gauge('stopped', '1 when the projection stopped and does not go on.');
    this.owned = gauge('owned', '1 when this process keeps the projection up to date.');
    this.leftOut = gauge('left_out_events', 'Events that it could not apply and does without.');
    this.stoppedAt = new Gauge({
      name: 'four_good_projection_stopped_at',
      help: '1 for the event at which the projection stopped: upgrade, or `npm run rebuild -- park`; the log says which.',
      labelNames: ['projection', 'event', 'type', 'stream', 'revision'],
      registers: [metrics.registry],
    });
    this.setAside = new Gauge({
      name: 'four_good_set_aside_events',
      help: 'Events in streams of ours that no program of ours recorded, and that nobody counts.',
      registers: [metrics.registry],
    });
  }

  /** To be called before each scrape. */
  async measure(): Promise<void> {
    const statuses = await this.models.status();
    this.setAside.set(await this.models.setAside());
    this.stoppedAt.reset();
    for (const status of statuses) {
      const projection = `${status.name}@${status.version}`;
      this.position.set({ projection }, Number(status.position ?? 0n));
      this.eventsBehind.set({ projection }, status.eventsBehind);
      this.secondsBehind.set({ projection }, status.secondsBehind);
      this.stopped.set({ projection }, status.state === 'STOPPED' ? 1 : 0);
      this.owned.set({ projection }, status.ownership === 'OWNED' ? 1 : 0);
      this.leftOut.set({ projection }, status.leftOut.length);
      if (status.stoppedAt === undefined) continue;
      const { event, type, stream, revision } = status.stoppedAt;
      this.stoppedAt.set({ projection, event, type, stream, revision }, 1);
    }
  }
}
