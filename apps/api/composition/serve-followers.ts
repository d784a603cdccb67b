import type { FastifyInstance } from 'fastify';
import { Feeds } from '#feeds';
import type { Elapsed } from '#feeds';
import type { DeliveryStore } from '#webhooks';
import { Viewers } from '../access';
import { FeedCursors, SeenEvents, serveFeeds, ToldEvents } from '../feeds';
import { Authentication } from '../identity';
import { RefusalMetrics } from '../operations/refusal-metrics';
import { ReadModels } from '../queries/shared';
import { RateLimits } from '../rates';
import { webhookCouriers } from '../webhooks';
import type { CreatedApi } from './created-api';
import { socketsOf } from './sockets';

/** Whoever follows what is recorded: by streams and pages, by WebSockets, by being called. */
export function serveFollowers(
  created: CreatedApi,
  deliveries: DeliveryStore,
  elapsed: Elapsed | undefined,
): void {
  const { api, service, settings, logger } = created;
  const fastify: FastifyInstance = api.getHttpAdapter().getInstance();
  const feeds = api.get(Feeds);
  const told = toldEventsOf(created);
  serveFeeds(fastify, {
    feeds,
    told,
    cursors: api.get(FeedCursors),
    authentication: api.get(Authentication),
    viewers: api.get(Viewers),
    rates: api.get(RateLimits),
    refusals: api.get(RefusalMetrics),
    heartbeatMs: settings.feedHeartbeatMs,
    onFailure: (error) => {
      logger.error({ err: error }, 'A feed failed');
    },
  });
  const sockets = socketsOf(api, settings, logger, elapsed);
  sockets.listenOn(api.getHttpServer());
  const couriers = webhookCouriers(api, {
    service,
    settings: settings.webhooks,
    feeds,
    told,
    logger,
  });
  fastify.addHook('onListen', (done) => {
    void couriers.start();
    done();
  });
  fastify.addHook('preClose', () => sockets.end());
  fastify.addHook('preClose', () => couriers.stop());
  fastify.addHook('onClose', () => deliveries.close());
}

function toldEventsOf({ api, service: { log } }: CreatedApi): ToldEvents {
  return new ToldEvents({
    log,
    seen: api.get(SeenEvents),
    readModels: api.get(ReadModels),
    cursors: api.get(FeedCursors),
  });
}
