import type { Server } from 'node:http';
import type { FastifyHttpOptions } from 'fastify';
import { validationFailed } from '../errors';
import { LIMITS } from '../limits';
import { answerMalformed } from './malformed-requests';
import { SECURITY_HEADERS } from './security-headers';

/** A quarter of the time of a request is for its head: whoever sends it a byte at a time is left sooner. */
const PART_FOR_HEAD = 4;
const JSON_TYPE = 'application/json; charset=utf-8';
const CHECK_EVERY_MS = 5_000;

export interface HttpTimes {
  /** For a whole request to arrive. */
  readonly requestMs: number;
  /** For an answer to be made, at most. */
  readonly operationMs: number;
}

/** How long a connection may stand still: longer than anything takes that makes it wait. */
export function idleMsOf({ requestMs, operationMs }: HttpTimes): number {
  return requestMs + operationMs;
}

/** What the server is told of connections, requests and answers before any of it is ours. */
export function serverOptions(times: HttpTimes) {
  const { requestMs } = times;
  const headersTimeout = requestMs / PART_FOR_HEAD;
  return {
    bodyLimit: LIMITS.bodyBytes,
    requestTimeout: requestMs,
    // Nothing sent, nothing taken: whatever is kept for such a connection is given back.
    connectionTimeout: idleMsOf(times),
    clientErrorHandler: answerMalformed,
    // An address that is none has no route, and none of our hooks.
    frameworkErrors: ({ message }, _, reply) => {
      const { code, details, httpStatus } = validationFailed([
        { field: 'url', rule: 'isUrl', message },
      ]);
      const body = JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] });
      reply.raw.writeHead(httpStatus, {
        ...SECURITY_HEADERS,
        'content-type': JSON_TYPE,
        'content-length': Buffer.byteLength(body),
      });
      reply.raw.end(body);
    },
    http: {
      headersTimeout,
      connectionsCheckingInterval: Math.min(CHECK_EVERY_MS, headersTimeout),
      // Refused by us, as everything: with the headers that protect the answer, and a reason.
      requireHostHeader: false,
    },
    // While it closes, what comes on connections that are still open is answered like everything.
    return503OnClosing: false,
  } satisfies FastifyHttpOptions<Server>;
}
