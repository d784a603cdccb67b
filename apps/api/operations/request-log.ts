import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { RequestMetrics } from './request-metrics';

const MS_PER_SECOND = 1000;

/** Measures every request, and logs it for debugging: never its query string, headers or body. */
export function watchRequests(api: NestFastifyApplication, logger: Logger): void {
  const fastify: FastifyInstance = api.getHttpAdapter().getInstance();
  const metrics = api.get(RequestMetrics);
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.statusCode;
    const ms = reply.elapsedTime;
    metrics.observe(method, route, status, ms / MS_PER_SECOND);
    logger.debug({ requestId: request.id, method, route, status, ms }, 'Answered');
    done();
  });
}
