import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { SECURITY_HEADERS } from './security-headers';

interface Refusal {
  readonly status: 400 | 408 | 431;
  readonly code: 'VALIDATION_FAILED' | 'LIMIT_EXCEEDED';
  readonly message: string;
}

const NOT_HTTP: Refusal = {
  status: 400,
  code: 'VALIDATION_FAILED',
  message: 'The request is not HTTP.',
};

const REFUSALS: Readonly<Record<string, Refusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'LIMIT_EXCEEDED',
    message: 'The request did not arrive in time.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'LIMIT_EXCEEDED',
    message: 'The headers of the request are too large.',
  },
};

/** Answers what the parser of HTTP refuses, for which there is no request: as everything else is answered. */
export function answerMalformed({ code = '' }: { readonly code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  const refusal = REFUSALS[code] ?? NOT_HTTP;
  // One that takes nothing is not waited for.
  if (socket.writable) socket.write(textOf(refusal));
  socket.destroySoon();
}

function textOf({ status, code, message }: Refusal): string {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const headers = {
    ...SECURITY_HEADERS,
    connection: 'close',
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...head, '', body].join('\r\n');
}
