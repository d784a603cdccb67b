import type { FastifyInstance } from 'fastify';
import { Viewers } from '../access';
import { Authentication } from '../identity';
import { ExportedEvents, ProvedEvents, serveLedger } from '../ledger';
import type { HistoryLedger } from '../ledger';
import { RefusalMetrics } from '../operations/refusal-metrics';
import { RateLimits } from '../rates';
import type { CreatedApi } from './created-api';

/** The ledger, from when the service listens until it ends. */
export function serveHistoryLedger({ api, logger }: CreatedApi, ledger: HistoryLedger): void {
  const fastify: FastifyInstance = api.getHttpAdapter().getInstance();
  serveLedger(fastify, {
    ledger,
    proved: api.get(ProvedEvents),
    exported: new ExportedEvents(ledger),
    authentication: api.get(Authentication),
    viewers: api.get(Viewers),
    rates: api.get(RateLimits),
    refusals: api.get(RefusalMetrics),
    onFailure: (error) => {
      logger.error({ err: error }, 'The ledger could not answer');
    },
  });
  fastify.addHook('onListen', (done) => {
    ledger.start();
    done();
  });
  fastify.addHook('onClose', () => ledger.stop());
}
