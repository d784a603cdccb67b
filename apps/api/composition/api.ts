import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { openAccessRecords, openLedgerTrees } from '#composition';
import type { Service } from '#composition';
import type { Elapsed } from '#feeds';
import { LedgerKeys } from '#ledger/keys';
import { NestLog } from '#operations';
import { AddressPolicy, AllowedHosts } from '#webhooks';
import { AccessRecords } from '../access-records';
import { ApiModule } from '../api.module';
import { serverOptions } from '../http/server-options';
import { ServiceKeys } from '../keys';
import { HistoryLedger } from '../ledger';
import { openDeliveries } from '../webhooks';
import { isForSocket } from '../websocket';
import type { ApiSettings } from './api-settings';
import { guardRequests } from './guard-requests';
import { httpTimesOf } from './http-times';
import { serveBundles } from './serve-bundles';
import { serveFollowers } from './serve-followers';
import { serveTrees } from './serve-trees';

/**
 * The service's interface to the outside, not listening yet.
 *
 * @param elapsed how those who follow wait; by default, by this machine's time
 */
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
  const ledger = new HistoryLedger({
    log: service.stored,
    trees: openLedgerTrees(settings, service),
    keys: new LedgerKeys(settings.keysDir, service.now),
    settings: settings.ledger,
    logger,
  });
  const accessRecords = new AccessRecords({
    kept: openAccessRecords(settings, service),
    keysDir: settings.keysDir,
    settings: settings.accessRecords,
    intervalMs: settings.ledger.intervalMs,
    origin: async () => ((await service.log.head()) === undefined ? undefined : ledger.origin()),
    now: service.now,
    logger,
  });
  const options = serverOptions(httpTimesOf(settings));
  const api = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forService(
      service,
      {
        ...settings,
        keys,
        addresses,
        deliveries,
        ledger,
        accessRecords,
        ...(elapsed && { elapsed }),
      },
      logger,
    ),
    new FastifyAdapter({
      ...options,
      http: { ...options.http, shouldUpgradeCallback: isForSocket },
    }),
    // Fastify's own parser is quicker; what it may be given is decided in front of it.
    { bodyParser: false, logger: new NestLog(logger), abortOnError: false },
  );
  const created = { api, service, settings, logger };
  guardRequests(created);
  serveBundles(created);
  serveFollowers(created, deliveries, elapsed);
  serveTrees(created, ledger, accessRecords);
  return api;
}
