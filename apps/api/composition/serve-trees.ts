import type { FastifyInstance } from 'fastify';
import { Viewers } from '../access';
import { serveAccessRecords } from '../access-records';
import type { AccessRecords } from '../access-records';
import { Authentication } from '../identity';
import { ExportedEvents, ProvedEvents, serveLedger } from '../ledger';
import type { HistoryLedger } from '../ledger';
import { RefusalMetrics } from '../operations/refusal-metrics';
import { RateLimits } from '../rates';
import type { CreatedApi } from './created-api';

/** The ledger and the records of who looked, from when the service listens until it ends. */
export function serveTrees(
  { api, logger }: CreatedApi,
  ledger: HistoryLedger,
  records: AccessRecords,
): void {
  const fastify: FastifyInstance = api.getHttpAdapter().getInstance();
  const routes = {
    authentication: api.get(Authentication),
    viewers: api.get(Viewers),
    rates: api.get(RateLimits),
    refusals: api.get(RefusalMetrics),
    onFailure: (error: unknown) => {
      logger.error({ err: error }, 'The ledger could not answer');
    },
  };
  serveLedger(fastify, {
    ...routes,
    ledger,
    proved: api.get(ProvedEvents),
    exported: new ExportedEvents(ledger),
    recorder: records.recorder,
  });
  serveAccessRecords(fastify, { ...routes, records });
  fastify.addHook('onListen', (done) => {
    ledger.start();
    records.start();
    done();
  });
  fastify.addHook('onClose', async () => {
    await ledger.stop();
    await records.stop();
  });
}
