import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { objectionToMessage } from '#webhooks';

interface ListenerOptions {
  readonly secret: Buffer;
  /** What is answered to messages that are signed. */
  readonly status: number;
  /** Called with what there is to tell of each message, in columns. */
  readonly onMessage: (columns: readonly string[]) => void;
}

/** A receiver to try webhooks with: it checks signatures, and tells what it is sent. Not listening yet. */
export function listener({ secret, status, onMessage }: ListenerOptions): Server {
  const receive = async (request: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const body = await text(request);
    const { headers, method = '', url = '' } = request;
    const objection =
      method === 'POST' ? objectionToMessage({ headers, body }, secret, Date.now()) : 'is no POST';
    const answered = objection === undefined ? status : 400;
    const id = String(headers['webhook-id'] ?? '');
    // Told first: whoever has an answer may end this program.
    onMessage([String(answered), id, objection ?? 'is signed', `${method} ${url}`, body]);
    reply.writeHead(answered).end();
  };
  return createServer((request, reply) => {
    receive(request, reply).catch(() => {
      reply.destroy();
    });
  });
}
