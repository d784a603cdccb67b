import { Inject } from '@nestjs/common';
import { Context, Query, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../../graphql/request-context';
import { Shows } from '../../access';
import type { EventLog } from '#event-log';
import type { ProjectedModels } from '#projection-engine';
import { ClockWatch } from '#operations';
import { EVENT_LOG, PROJECTED_MODELS } from '../../injection-tokens';
import { HistoryLedger } from '../../ledger';
import { ledgerStatus } from './ledger-status';
import { seenStatus } from './seen-status';
import { ServiceStatusType } from './status.types';
import { WebhooksStatus } from './webhooks-status';

@Resolver(() => ServiceStatusType)
export class StatusResolver {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(PROJECTED_MODELS) private readonly models: ProjectedModels,
    private readonly clock: ClockWatch,
    private readonly webhooks: WebhooksStatus,
    private readonly ledger: HistoryLedger,
  ) {}

  @Shows('SERVICE')
  @Query(() => ServiceStatusType, { description: 'The status of the service, by read model.' })
  async status(@Context() { sight }: RequestContext): Promise<ServiceStatusType> {
    const projections = await this.models.status();
    return {
      position: await this.log.head(),
      projections: await Promise.all(projections.map((one) => seenStatus(one, sight))),
      eventsSetAside: await this.models.setAside(),
      clockStep: this.clock.lastStep(),
      webhooks: sight.seesWebhooksOfOthers ? await this.webhooks.read() : undefined,
      ledger: ledgerStatus(this.ledger),
    };
  }
}
