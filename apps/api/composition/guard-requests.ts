import type { FastifyInstance } from 'fastify';
import { leaveSlowReaders } from '../http/answers-in-time';
import { limitConnections } from '../http/connection-limits';
import { takeJsonBodies } from '../http/json-body';
import { sendSecurityHeaders } from '../http/security-headers';
import { showBrowsersIn } from '../landing/landing';
import { RefusalMetrics } from '../operations/refusal-metrics';
import { watchRequests } from '../operations/request-log';
import { traceRequests } from '../operations/request-traces';
import { ClientAddresses } from '../rates';
import type { CreatedApi } from './created-api';

/** What holds for every request, whatever it asks for. */
export function guardRequests({ api, settings, logger }: CreatedApi): void {
  const fastify: FastifyInstance = api.getHttpAdapter().getInstance();
  const refusals = api.get(RefusalMetrics);
  if (settings.telemetryEndpoint !== undefined) traceRequests(fastify);
  limitConnections(api.getHttpServer(), api.get(ClientAddresses), settings.limits, () => {
    refusals.hit('connections');
  });
  watchRequests(api, logger);
  leaveSlowReaders(fastify, settings.limits.requestTimeoutMs);
  sendSecurityHeaders(fastify);
  takeJsonBodies(fastify);
  showBrowsersIn(fastify);
}
