import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Service } from '#composition';
import { CLOCK, EVENT_LOG, HealthModule, MISSING_EVENTS, PROJECTED_MODELS } from '#operations';

/** Health and metrics: all that a projector says to the outside. */
@Global()
@Module({ imports: [HealthModule] })
export class ProjectorModule {
  static forService({
    log,
    models,
    missingEvents,
    now,
  }: Pick<Service, 'log' | 'models' | 'missingEvents' | 'now'>): DynamicModule {
    const providers = [
      { provide: EVENT_LOG, useValue: log },
      { provide: PROJECTED_MODELS, useValue: models },
      { provide: CLOCK, useValue: now },
      { provide: MISSING_EVENTS, useValue: missingEvents },
    ];
    return { module: ProjectorModule, providers, exports: providers };
  }
}
