import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { Service, ServiceSettings, Settings } from '#composition';
import { NestLog } from '#operations';
import { ApiModule } from '../api.module';
import { Viewers } from '../access';
import { Cursors } from '../cursors';
import { FeedCursors, serveFeeds, ToldEvents } from '../feeds';
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
import { ServiceKeys } from '../keys';
import { ReadModels } from '../queries/shared';
import { ClientAddresses, RateLimits } from '../rates';
import { RefusalMetrics } from '../operations/refusal-metrics';
import { watchRequests } from '../operations/request-log';
import { rehearsalOf } from './rehearsing';

export type ApiSettings = ServiceSettings &
  Pick<
    Settings,
    | 'keysDir'
    | 'localOperator'
    | 'tokenMaxAgeSeconds'
    | 'openId'
    | 'commandTimeoutMs'
    | 'feedHeartbeatMs'
    | 'limits'
    | 'persistedOperations'
  >;

/** The service's interface to the outside, not listening yet. */
export async function createApi(
  service: Service,
  settings: ApiSettings,
  logger: Logger,
): Promise<NestFastifyApplication> {
  const keys = new ServiceKeys(settings.keysDir);
  keys.makeAll();
  const { requestTimeoutMs: requestMs, operationTimeoutMs: operationMs } = settings.limits;
  const times = { requestMs, operationMs };
  const adapter = new FastifyAdapter(serverOptions(times));
  const api = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forService(service, { ...settings, keys }, logger),
    adapter,
    // Fastify's own parser is quicker; what it may be given is decided in front of it.
    { bodyParser: false, logger: new NestLog(logger), abortOnError: false },
  );
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
  const { log, models } = service;
  const cursors = new FeedCursors(api.get(Cursors));
  serveFeeds(adapter.getInstance(), {
    feeds: new Feeds(log),
    told: new ToldEvents({ log, models, readModels: api.get(ReadModels), cursors }),
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
  return api;
}
