import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** Stands before the gRPC server and passes bytes on, so that connections can be cut as a network cuts them. */
export class FrontDoor {
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #saysNothing = false;
  #port = 0;

  constructor(private readonly behind: number) {}

  get port(): number {
    return this.#port;
  }

  /** Always on the same port, once it has one. */
  async open(): Promise<void> {
    this.#saysNothing = false;
    if (this.#server !== undefined) return;
    const server = createServer((socket) => this.#enter(socket));
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async refuse(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    const closed = once(server, 'close');
    server.close();
    this.reset();
    await closed;
  }

  /** Takes connections and never answers on them. */
  sayNothing(): void {
    this.#saysNothing = true;
    this.reset();
  }

  reset(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  #enter(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    if (this.#saysNothing) {
      socket.resume();
      return;
    }
    const inner = connect(this.behind, '127.0.0.1');
    inner.on('error', () => socket.destroy());
    inner.on('close', () => socket.destroy());
    socket.on('close', () => inner.destroy());
    // One process more on the way must not wait for another's delayed acknowledgements.
    socket.setNoDelay(true);
    inner.setNoDelay(true);
    socket.pipe(inner).pipe(socket);
  }
}
