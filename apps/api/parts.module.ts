import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { CommandGateway } from '#commands';
import type { Service, Settings } from '#composition';
import { AddressPolicy, DeliveryStore } from '#webhooks';
import { Cursors } from './cursors';
import { Authentication, authenticationOf } from './identity';
import {
  CLOCK,
  COMMAND_TIMEOUT_MS,
  EVENT_LOG,
  LOGGER,
  MISSING_EVENTS,
  PROJECTED_MODELS,
} from './injection-tokens';
import { WebhookSecrets } from './keys';
import type { ServiceKeys } from './keys';
import { Viewers } from './access';
import { ReadModels } from './queries/shared';

/** How the service authenticates requests, and how long it lets them wait. */
export interface Access extends Pick<
  Settings,
  'localOperator' | 'tokenMaxAgeSeconds' | 'openId' | 'commandTimeoutMs'
> {
  readonly keys: ServiceKeys;
  readonly addresses: AddressPolicy;
  readonly deliveries: DeliveryStore;
}

/** The parts of the service, for whatever answers requests. */
@Global()
@Module({})
export class PartsModule {
  static forService(service: Service, access: Access, logger: Logger): DynamicModule {
    const { keys, commandTimeoutMs } = access;
    const providers = [
      { provide: CommandGateway, useValue: service.gateway },
      { provide: PROJECTED_MODELS, useValue: service.models },
      { provide: EVENT_LOG, useValue: service.log },
      { provide: CLOCK, useValue: service.now },
      { provide: MISSING_EVENTS, useValue: service.missingEvents },
      { provide: COMMAND_TIMEOUT_MS, useValue: commandTimeoutMs },
      { provide: LOGGER, useValue: logger },
      { provide: Cursors, useValue: new Cursors(keys) },
      { provide: WebhookSecrets, useValue: new WebhookSecrets(keys) },
      { provide: AddressPolicy, useValue: access.addresses },
      { provide: DeliveryStore, useValue: access.deliveries },
      {
        provide: Authentication,
        useValue: authenticationOf(service, access, logger),
      },
      ReadModels,
      Viewers,
    ];
    return { module: PartsModule, providers, exports: providers };
  }
}
