import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import type { EventLog } from '#event-log';
import type { ProjectedModels } from '#projection-engine';
import { EVENT_LOG, PROJECTED_MODELS } from '../../injection-tokens';
import { ServiceStatusType } from './status.types';

@Resolver(() => ServiceStatusType)
export class StatusResolver {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(PROJECTED_MODELS) private readonly models: ProjectedModels,
  ) {}

  @Query(() => ServiceStatusType, { description: 'The status of the service, by read model.' })
  async status(): Promise<ServiceStatusType> {
    return {
      position: await this.log.head(),
      projections: await this.models.status(),
      eventsSetAside: await this.models.setAside(),
    };
  }
}
