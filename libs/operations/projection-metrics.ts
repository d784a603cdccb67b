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
  }

  /** To be called before each scrape. */
  async measure(): Promise<void> {
    for (const status of await this.models.status()) {
      const projection = `${status.name}@${status.version}`;
      this.position.set({ projection }, Number(status.position ?? 0n));
      this.eventsBehind.set({ projection }, status.eventsBehind);
      this.secondsBehind.set({ projection }, status.secondsBehind);
      this.stopped.set({ projection }, status.state === 'STOPPED' ? 1 : 0);
      this.owned.set({ projection }, status.ownership === 'OWNED' ? 1 : 0);
    }
  }
}
