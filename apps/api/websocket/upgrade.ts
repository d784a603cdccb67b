import { STATUS_CODES } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols } from 'graphql-ws';
import { ApiError } from '../errors';
import { SECURITY_HEADERS } from '../http/security-headers';

const PATH = '/graphql';

/**
 * Whether a request is to become a WebSocket. Anything else that it may ask to be upgraded to, anywhere, is answered as
 * if it had not asked: many programs offer HTTP/2 with each of their requests.
 */
export function isForSocket({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>) {
  return headers.upgrade?.toLowerCase() === 'websocket' && url.split('?', 1)[0] === PATH;
}

/** @throws ApiError `VALIDATION_FAILED` */
export function requireProtocol({ headers }: Pick<IncomingMessage, 'headers'>): void {
  if (handleProtocols(headers['sec-websocket-protocol'] ?? '') !== false) return;
  const message = `The subprotocol must be ${GRAPHQL_TRANSPORT_WS_PROTOCOL}.`;
  throw new ApiError('VALIDATION_FAILED', message, { fields: [] });
}

/** In words and form of every refusal. */
export function refuseUpgrade(socket: Duplex, { code, message, httpStatus, details }: ApiError) {
  const body = JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] });
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const status = `${httpStatus} ${STATUS_CODES[httpStatus] ?? ''}`;
  socket.once('finish', () => {
    socket.destroy();
  });
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${body}`);
}
