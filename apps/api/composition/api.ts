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
import { takeJsonBodies } from '../http/json-body';
import { sendSecurityHeaders } from '../http/security-headers';
import { serveImports } from '../imports/import.route';
import { readInWorker, takeBundle } from '#import';
import { Feeds } from '#feeds';
import type { Elapsed } from '#feeds';
import { ServiceKeys } from '../keys';
import { ReadModels } from '../queries/shared';
import { LIMITS } from '../limits';
import { isForSocket } from '../websocket';
import { watchRequests } from '../operations/request-log';
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
    | 'webSocketOperations'
    | 'webSocketConnections'
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
  // While it closes, what comes on connections that are still open is answered like everything.
  const adapter = new FastifyAdapter({
    bodyLimit: LIMITS.bodyBytes,
    requestTimeout: LIMITS.requestMs,
    return503OnClosing: false,
    http: { shouldUpgradeCallback: isForSocket },
  });
  const api = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forService(service, { ...settings, keys, ...(elapsed && { elapsed }) }, logger),
    adapter,
    // Fastify's own parser is quicker; what it may be given is decided in front of it.
    { bodyParser: false, logger: new NestLog(logger), abortOnError: false },
  );
  watchRequests(api, logger);
  sendSecurityHeaders(adapter.getInstance());
  takeJsonBodies(adapter.getInstance());
  showBrowsersIn(adapter.getInstance());
  serveImports(adapter.getInstance(), {
    authentication: api.get(Authentication),
    read: (body, signal) => readInWorker({ kind: 'request', body }, signal),
    take: (bundle, taking) => takeBundle(bundle, service, taking, rehearsalOf(settings, logger)),
    onFailure: (error) => {
      logger.error({ err: error }, 'An import failed');
    },
  });
  const { log } = service;
  const cursors = api.get(FeedCursors);
  serveFeeds(adapter.getInstance(), {
    feeds: api.get(Feeds),
    told: new ToldEvents({
      log,
      seen: api.get(SeenEvents),
      readModels: api.get(ReadModels),
      cursors,
    }),
    cursors,
    authentication: api.get(Authentication),
    viewers: api.get(Viewers),
    heartbeatMs: settings.feedHeartbeatMs,
    onFailure: (error) => {
      logger.error({ err: error }, 'A feed failed');
    },
  });
  const sockets = socketsOf(api, settings, logger, elapsed);
  sockets.listenOn(adapter.getHttpServer());
  adapter.getInstance().addHook('preClose', () => sockets.end());
  return api;
}
