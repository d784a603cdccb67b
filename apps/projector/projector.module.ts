import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Service } from '#composition';
import { EVENT_LOG, HealthModule, PROJECTED_MODELS } from '#operations';

/** Health and metrics: all that a projector says to the outside. */
@Global()
@Module({ imports: [HealthModule] })
export class ProjectorModule {
  static forService({ log, models }: Pick<Service, 'log' | 'models'>): DynamicModule {
    const providers = [
      { provide: EVENT_LOG, useValue: log },
      { provide: PROJECTED_MODELS, useValue: models },
    ];
    return { module: ProjectorModule, providers, exports: providers };
  }
}
