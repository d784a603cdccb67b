import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { CommandGateway } from '#commands';
import type { Service, Settings } from '#composition';
import { Cursors } from './cursors';
import { Authentication, authenticationOf, LOCAL_OPERATOR } from './identity';
import {
  CLOCK,
  COMMAND_TIMEOUT_MS,
  EVENT_LOG,
  LOGGER,
  MISSING_EVENTS,
  OPERATION_TIMEOUT_MS,
  PROJECTED_MODELS,
} from './injection-tokens';
import type { ServiceKeys } from './keys';
import { Viewers } from './access';
import { RefusalMetrics } from './operations/refusal-metrics';
import { PersistedOperations } from './persisted';
import { ReadModels } from './queries/shared';
import { ClientAddresses, FailedAttempts, RateLimits } from './rates';

/** How the service authenticates requests, and how long it lets them wait. */
export interface Access extends Pick<
  Settings,
  | 'localOperator'
  | 'tokenMaxAgeSeconds'
  | 'openId'
  | 'commandTimeoutMs'
  | 'limits'
  | 'persistedOperations'
> {
  readonly keys: ServiceKeys;
}

/** The parts of the service, for whatever answers requests. */
@Global()
@Module({})
export class PartsModule {
  static forService(service: Service, access: Access, logger: Logger): DynamicModule {
    const { keys, commandTimeoutMs, limits } = access;
    const addresses = new ClientAddresses(limits.trustedProxies);
    const providers = [
      { provide: CommandGateway, useValue: service.gateway },
      { provide: PROJECTED_MODELS, useValue: service.models },
      { provide: EVENT_LOG, useValue: service.log },
      { provide: CLOCK, useValue: service.now },
      { provide: MISSING_EVENTS, useValue: service.missingEvents },
      { provide: COMMAND_TIMEOUT_MS, useValue: commandTimeoutMs },
      { provide: OPERATION_TIMEOUT_MS, useValue: limits.operationTimeoutMs },
      { provide: ClientAddresses, useValue: addresses },
      { provide: LOGGER, useValue: logger },
      { provide: Cursors, useValue: new Cursors(keys) },
      {
        provide: Authentication,
        inject: [RefusalMetrics],
        useFactory: (refusals: RefusalMetrics) => {
          const attempts = new FailedAttempts(addresses, () => {
            refusals.hit('attempts');
          });
          return authenticationOf(service, { ...access, attempts }, logger);
        },
      },
      {
        provide: RateLimits,
        inject: [RefusalMetrics],
        useFactory: (refusals: RefusalMetrics) =>
          new RateLimits({
            perMinute: limits.valuesPerMinute,
            unlimited: LOCAL_OPERATOR,
            onLimited: () => {
              refusals.hit('rate');
            },
          }),
      },
      {
        provide: PersistedOperations,
        useValue: new PersistedOperations(access.persistedOperations),
      },
      ReadModels,
      Viewers,
    ];
    return { module: PartsModule, providers, exports: providers };
  }
}
