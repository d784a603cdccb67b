import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { Service, ServiceSettings, Settings } from '#composition';
import { NestLog } from '#operations';
import { ApiModule } from '../api.module';
import { Viewers } from '../access';
import { FeedCursors, SeenEvents, serveFeeds, ToldEvents } from '../feeds';
import { Authentication } from '../identity';
import { showBrowsersIn } from '../landing/landing';
import { leaveSlowReaders } from '../http/answers-in-time';
import { limitConnections } from '../http/connection-limits';
import { idleMsOf, serverOptions } from '../http/server-options';
import { takeJsonBodies } from '../http/json-body';
import { sendSecurityHeaders } from '../http/security-headers';
import { serveImports } from '../imports/import.route';
import { readInWorker, takeBundle } from '#import';
import { Feeds } from '#feeds';
import type { Elapsed } from '#feeds';
import { ServiceKeys } from '../keys';
import { ReadModels } from '../queries/shared';
import { ClientAddresses, RateLimits } from '../rates';
import { isForSocket } from '../websocket';
import { RefusalMetrics } from '../operations/refusal-metrics';
import { watchRequests } from '../operations/request-log';
import { traceRequests } from '../operations/request-traces';
import { AddressPolicy, AllowedHosts } from '#webhooks';
import { openDeliveries, webhookCouriers } from '../webhooks';
import { rehearsalOf } from './rehearsing';
import { socketsOf } from './sockets';

export type ApiSettings = ServiceSettings &
  Pick<
    Settings,
    | 'keysDir'
    | 'localOperator'
    | 'tokenMaxAgeSeconds'
    | 'openId'
    | 'commandTimeoutMs'
    | 'feedHeartbeatMs'
    | 'telemetryEndpoint'
    | 'limits'
    | 'persistedOperations'
    | 'webSocketOperations'
    | 'webSocketConnections'
    | 'webhooks'
  >;

/** The service's interface to the outside, not listening yet. */
export async function createApi(
  service: Service,
  settings: ApiSettings,
  logger: Logger,
  elapsed?: Elapsed,
): Promise<NestFastifyApplication> {
  const keys = new ServiceKeys(settings.keysDir);
  keys.makeAll();
  const { allowHttp, allowedHosts } = settings.webhooks;
  const addresses = new AddressPolicy({ allowHttp, allowedHosts: AllowedHosts.of(allowedHosts) });
  const deliveries = openDeliveries(settings);
  const { requestTimeoutMs: requestMs, operationTimeoutMs: operationMs } = settings.limits;
  const times = { requestMs, operationMs };
  const options = serverOptions(times);
  const adapter = new FastifyAdapter({
    ...options,
    http: { ...options.http, shouldUpgradeCallback: isForSocket },
  });
  const api = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forService(
      service,
      { ...settings, keys, addresses, deliveries, ...(elapsed && { elapsed }) },
      logger,
    ),
    adapter,
    // Fastify's own parser is quicker; what it may be given is decided in front of it.
    { bodyParser: false, logger: new NestLog(logger), abortOnError: false },
  );
  if (settings.telemetryEndpoint !== undefined) traceRequests(adapter.getInstance());
  const refusals = api.get(RefusalMetrics);
  limitConnections(api.getHttpServer(), api.get(ClientAddresses), settings.limits, () => {
    refusals.hit('connections');
  });
  watchRequests(api, logger);
  leaveSlowReaders(adapter.getInstance(), requestMs);
  sendSecurityHeaders(adapter.getInstance());
  takeJsonBodies(adapter.getInstance());
  showBrowsersIn(adapter.getInstance());
  serveImports(adapter.getInstance(), {
    authentication: api.get(Authentication),
    rates: api.get(RateLimits),
    refusals,
    idleMs: idleMsOf(times),
    folder: join(settings.dataDir, 'imports'),
    read: (path, signal) => readInWorker({ kind: 'request', path }, signal),
    take: (bundle, taking) => takeBundle(bundle, service, taking, rehearsalOf(settings, logger)),
    onFailure: (error) => {
      logger.error({ err: error }, 'An import failed');
    },
  });
  const { log } = service;
  const cursors = api.get(FeedCursors);
  const feeds = api.get(Feeds);
  const told = new ToldEvents({
    log,
    seen: api.get(SeenEvents),
    readModels: api.get(ReadModels),
    cursors,
  });
  serveFeeds(adapter.getInstance(), {
    feeds,
    told,
    cursors,
    authentication: api.get(Authentication),
    viewers: api.get(Viewers),
    rates: api.get(RateLimits),
    refusals,
    heartbeatMs: settings.feedHeartbeatMs,
    onFailure: (error) => {
      logger.error({ err: error }, 'A feed failed');
    },
  });
  const sockets = socketsOf(api, settings, logger, elapsed);
  sockets.listenOn(adapter.getHttpServer());
  adapter.getInstance().addHook('preClose', () => sockets.end());
  const couriers = webhookCouriers(api, {
    service,
    settings: settings.webhooks,
    feeds,
    told,
    logger,
  });
  adapter.getInstance().addHook('onListen', (done) => {
    void couriers.start();
    done();
  });
  adapter.getInstance().addHook('preClose', () => couriers.stop());
  adapter.getInstance().addHook('onClose', () => deliveries.close());
  return api;
}
