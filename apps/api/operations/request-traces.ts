import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const FAILED = 500;

/**
 * A span for each request, in the trace that its client names. It tells the route, never the address that was asked:
 * what stands in a query string may be about a person.
 */
export function traceRequests(fastify: FastifyInstance): void {
  const tracer = trace.getTracer('four-good');
  const contexts = new WeakMap<FastifyRequest, Context>();
  fastify.addHook('onRequest', (request, _, done) => {
    const parent = propagation.extract(context.active(), request.headers);
    const { method } = request;
    const route = request.routeOptions.url ?? 'unknown';
    const span = tracer.startSpan(
      `${method} ${route}`,
      {
        kind: SpanKind.SERVER,
        attributes: { 'http.request.method': method, 'http.route': route },
      },
      parent,
    );
    const own = trace.setSpan(parent, span);
    contexts.set(request, own);
    context.with(own, done);
  });
  // Reading the body goes on wherever the socket is served.
  fastify.addHook('preHandler', (request, _, done) => {
    context.with(contexts.get(request) ?? context.active(), done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const own = contexts.get(request);
    const span = own && trace.getSpan(own);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= FAILED) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}
