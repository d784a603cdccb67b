import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

const HANDSHAKE = {
  host: 'localhost',
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  'sec-websocket-protocol': 'graphql-transport-ws',
};

/** A connection to the service that says what the test makes it say. */
export class RawSocket {
  private constructor(readonly socket: Socket) {
    socket.on('error', () => undefined);
  }

  static async to(url: string): Promise<RawSocket> {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const raw = new RawSocket(socket);
    await once(socket, 'connect');
    return raw;
  }

  /** Asks for an upgrade; headers that are undefined are left out. */
  ask(path = '/graphql', headers: Readonly<Record<string, string | undefined>> = {}): void {
    const all: Readonly<Record<string, string | undefined>> = { ...HANDSHAKE, ...headers };
    const lines = Object.entries(all).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}: ${value}\r\n`],
    );
    this.socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  }

  /** What comes until the service closes the connection. */
  async rest(): Promise<string> {
    let text = '';
    this.socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    await once(this.socket, 'close');
    return text;
  }

  /** The status of what is answered first. */
  async status(): Promise<number> {
    const [chunk] = (await once(this.socket, 'data')) as [Buffer];
    return Number(/^HTTP\/1\.1 (\d{3})/.exec(chunk.toString())?.[1]);
  }
}
