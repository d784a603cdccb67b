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
import { takeJsonBodies } from '../http/json-body';
import { sendSecurityHeaders } from '../http/security-headers';
import { serveImports } from '../imports/import.route';
import { readInWorker, takeBundle } from '#import';
import { Feeds } from '#feeds';
import { ServiceKeys } from '../keys';
import { ReadModels } from '../queries/shared';
import { LIMITS } from '../limits';
import { watchRequests } from '../operations/request-log';
import { AddressPolicy, AllowedHosts } from '#webhooks';
import { openDeliveries, webhookCouriers } from '../webhooks';
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
    | 'webhooks'
  >;

/** The service's interface to the outside, not listening yet. */
export async function createApi(
  service: Service,
  settings: ApiSettings,
  logger: Logger,
): Promise<NestFastifyApplication> {
  const keys = new ServiceKeys(settings.keysDir);
  keys.makeAll();
  const { allowHttp, allowedHosts } = settings.webhooks;
  const addresses = new AddressPolicy({ allowHttp, allowedHosts: AllowedHosts.of(allowedHosts) });
  const deliveries = openDeliveries(settings);
  // While it closes, what comes on connections that are still open is answered like everything.
  const adapter = new FastifyAdapter({
    bodyLimit: LIMITS.bodyBytes,
    requestTimeout: LIMITS.requestMs,
    return503OnClosing: false,
  });
  const api = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forService(service, { ...settings, keys, addresses, deliveries }, logger),
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
  const { log, models } = service;
  const cursors = new FeedCursors(api.get(Cursors));
  const feeds = new Feeds(log);
  const told = new ToldEvents({ log, models, readModels: api.get(ReadModels), cursors });
  serveFeeds(adapter.getInstance(), {
    feeds,
    told,
    cursors,
    authentication: api.get(Authentication),
    viewers: api.get(Viewers),
    heartbeatMs: settings.feedHeartbeatMs,
    onFailure: (error) => {
      logger.error({ err: error }, 'A feed failed');
    },
  });
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
