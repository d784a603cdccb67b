import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { AccessRecorder } from '#access-records';
import { CommandGateway } from '#commands';
import type { Service, Settings } from '#composition';
import { Feeds } from '#feeds';
import type { Elapsed } from '#feeds';
import { SubjectVault } from '#identity';
import { AddressPolicy, DeliveryStore } from '#webhooks';
import { Cursors } from './cursors';
import { FeedCursors, SeenEvents } from './feeds';
import { Authentication, authenticationOf, LOCAL_OPERATOR } from './identity';
import {
  ACCESS_LEDGER,
  CLOCK,
  COMMAND_TIMEOUT_MS,
  EVENT_LOG,
  FEED_HEARTBEAT_MS,
  LEDGER,
  LOGGER,
  MISSING_EVENTS,
  OPERATION_TIMEOUT_MS,
  PROJECTED_MODELS,
} from './injection-tokens';
import { WebhookSecrets } from './keys';
import { HistoryLedger, ProvedEvents } from './ledger';
import type { ServiceKeys } from './keys';
import { Viewers } from './access';
import { AccessRecords } from './access-records';
import { RefusalMetrics } from './operations/refusal-metrics';
import { PersistedOperations } from './persisted';
import { Moments } from './as-of';
import { ReadModels, ReadModelsOfNow, Timelines } from './queries/shared';
import { ClientAddresses, FailedAttempts, RateLimits } from './rates';

/** How the service authenticates requests, and how long it lets them wait. */
export interface Access extends Pick<
  Settings,
  | 'localOperator'
  | 'tokenMaxAgeSeconds'
  | 'openId'
  | 'commandTimeoutMs'
  | 'feedHeartbeatMs'
  | 'limits'
  | 'persistedOperations'
> {
  readonly keys: ServiceKeys;
  /** By default, this machine's time. */
  readonly elapsed?: Elapsed;
  readonly addresses: AddressPolicy;
  readonly deliveries: DeliveryStore;
  readonly ledger: HistoryLedger;
  readonly accessRecords: AccessRecords;
}

/** The parts of the service, for whatever answers requests. */
@Global()
@Module({})
export class PartsModule {
  static forService(service: Service, access: Access, logger: Logger): DynamicModule {
    const { keys, commandTimeoutMs, feedHeartbeatMs, elapsed, limits } = access;
    const cursors = new Cursors(keys);
    const addresses = new ClientAddresses(limits.trustedProxies);
    const providers = [
      { provide: CommandGateway, useValue: service.gateway },
      { provide: PROJECTED_MODELS, useValue: service.models },
      { provide: EVENT_LOG, useValue: service.log },
      { provide: CLOCK, useValue: service.now },
      { provide: SubjectVault, useValue: service.vault },
      { provide: MISSING_EVENTS, useValue: service.missingEvents },
      { provide: COMMAND_TIMEOUT_MS, useValue: commandTimeoutMs },
      { provide: OPERATION_TIMEOUT_MS, useValue: limits.operationTimeoutMs },
      { provide: ClientAddresses, useValue: addresses },
      { provide: LOGGER, useValue: logger },
      { provide: Cursors, useValue: cursors },
      // One for all who follow the log, by whichever way: it is subscribed to once.
      {
        provide: Feeds,
        useValue: new Feeds(service.log, elapsed === undefined ? {} : { elapsed }),
      },
      { provide: FeedCursors, useValue: new FeedCursors(cursors) },
      { provide: SeenEvents, useValue: new SeenEvents(service.models) },
      { provide: FEED_HEARTBEAT_MS, useValue: feedHeartbeatMs },
      { provide: WebhookSecrets, useValue: new WebhookSecrets(keys) },
      { provide: AddressPolicy, useValue: access.addresses },
      { provide: DeliveryStore, useValue: access.deliveries },
      { provide: HistoryLedger, useValue: access.ledger },
      { provide: LEDGER, useValue: access.ledger },
      { provide: AccessRecords, useValue: access.accessRecords },
      { provide: ACCESS_LEDGER, useValue: access.accessRecords },
      { provide: AccessRecorder, useValue: access.accessRecords.recorder },
      {
        provide: ProvedEvents,
        inject: [Timelines],
        useFactory: (timelines: Timelines) => new ProvedEvents(access.ledger, timelines),
      },
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
      ReadModelsOfNow,
      Timelines,
      Moments,
      Viewers,
    ];
    return { module: PartsModule, providers, exports: providers };
  }
}
