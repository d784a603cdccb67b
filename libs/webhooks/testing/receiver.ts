import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it arrived. */
export interface Received {
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly path: string;
}

/** How a receiver answers: a status, or by its own hand. */
type Answering = number | ((reply: ServerResponse, message: Received) => void);

/** A receiver of webhooks, over real HTTP: it takes what it is sent, but for the answers that it was told to give first. */
export class Receiver {
  readonly received: Received[] = [];
  /** Given one after the other; afterwards 204. */
  readonly answers: Answering[] = [];
  private arrived = Promise.withResolvers<void>();
  private readonly server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { headers, url: path = '' } = request;
      const body = Buffer.concat(parts).toString();
      const message = { id: String(headers['webhook-id']), headers, body, path };
      this.received.push(message);
      this.answer(reply, message);
      this.arrived.resolve();
      this.arrived = Promise.withResolvers();
    });
  });

  private constructor() {
    this.server.keepAliveTimeout = 1;
  }

  static async open(host = '127.0.0.1'): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((resolve) => receiver.server.listen(0, host, resolve));
    return receiver;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    const { address } = this.server.address() as AddressInfo;
    return `http://${address}:${this.port}/events`;
  }

  get ids(): readonly string[] {
    return this.received.map(({ id }) => id);
  }

  /** Resolves when so many messages have arrived, repeated ones included. */
  async until(count: number): Promise<void> {
    while (this.received.length < count) await this.arrived.promise;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(reply: ServerResponse, message: Received): void {
    const answering = this.answers.shift() ?? 204;
    if (typeof answering === 'number') reply.writeHead(answering).end();
    else answering(reply, message);
  }
}
