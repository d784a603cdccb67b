import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from '../http/security-headers';

/** How long a client may take nothing before it is left. */
const PATIENCE_MS = 60_000;

interface StreamedMessage {
  readonly id: string;
  readonly event: string;
  readonly data: object;
}

/** Server-sent events to one client, as fast as it takes them. */
export class EventStream {
  constructor(
    private readonly to: ServerResponse,
    /** Given when the feed is to end: a client that takes nothing holds up no service that stops. */
    private readonly signal: AbortSignal,
    private readonly patienceMs = PATIENCE_MS,
  ) {
    to.on('error', () => {
      // The client is gone; its request is closed, which ends the feed.
    });
    // It may have nothing to say for long; whether the client takes what there is, is looked at with each message.
    to.socket?.setTimeout(0);
    to.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': 'text/event-stream; charset=utf-8',
      // The end of the feed is the end of the connection: a service that ends waits for none that is kept.
      connection: 'close',
      // A proxy that collects answers would hold messages back.
      'x-accel-buffering': 'no',
    });
    to.flushHeaders();
  }

  async send({ id, event, data }: StreamedMessage): Promise<void> {
    await this.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** The last message; without a place of its own, so that the client goes on from the one it has. */
  async fail(error: object): Promise<void> {
    await this.write(`event: error\ndata: ${JSON.stringify(error)}\n\n`);
  }

  end(): void {
    this.to.end();
  }

  private async write(text: string): Promise<void> {
    if (this.to.destroyed || this.to.write(text)) return;
    const patience = AbortSignal.timeout(this.patienceMs);
    try {
      await once(this.to, 'drain', { signal: AbortSignal.any([patience, this.signal]) });
    } catch {
      // What it has not taken by now, it asks for again from its last place.
      this.to.destroy();
    }
  }
}
