import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { ApiError, unavailable } from '../errors';
import { LIMITS } from '../limits';
import { Connection } from './connection';
import type { ConnectionParts } from './connection';
import { graphqlServer } from './graphql-server';
import type { GraphqlServerParts } from './graphql-server';
import { Identities } from './identities';
import { refuseUpgrade, requireProtocol } from './upgrade';

export interface GraphqlSocketsParts
  extends
    Omit<ConnectionParts, 'identities' | 'onFailure'>,
    Omit<GraphqlServerParts, 'mostOperations'> {
  /** Of one identity. */
  readonly mostConnections: number;
}

/** GraphQL over WebSockets, beside GraphQL over HTTP and on the same server. */
export class GraphqlSockets {
  private readonly connections = new Set<Connection>();
  private readonly parts: ConnectionParts;
  private readonly server;
  private isEnding = false;
  private readonly sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // What is inflated, and by how many, cannot be bounded as what is sent.
    perMessageDeflate: false,
    maxPayload: LIMITS.bodyBytes,
    autoPong: false,
    handleProtocols,
  });

  constructor(parts: GraphqlSocketsParts) {
    this.parts = {
      ...parts,
      identities: new Identities(parts.mostConnections),
      onFailure: (error) => {
        parts.onInternalError('websocket', error);
      },
    };
    this.server = graphqlServer(parts);
  }

  listenOn(http: Server): void {
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      // Before anything else: whoever resets the connection meanwhile harms nobody.
      socket.on('error', () => undefined);
      this.upgrade(request, socket, head);
    });
  }

  /** Each operation ends with where it goes on, and each connection with the word that the service restarts. */
  async end(): Promise<void> {
    this.isEnding = true;
    await Promise.all([...this.connections].map((connection) => connection.end()));
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    try {
      this.requirePlace();
      requireProtocol(request);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.parts.metrics.countEnd('REFUSED');
      refuseUpgrade(socket, error);
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (opened) => {
      this.open(opened, request);
    });
  }

  /** @throws ApiError `UNAVAILABLE` */
  private requirePlace(): void {
    const uninitialised = [...this.connections].filter(({ isInitialised }) => !isInitialised);
    if (this.isEnding || uninitialised.length >= LIMITS.uninitialised) throw unavailable();
  }

  private open(socket: WebSocket, request: IncomingMessage): void {
    const { metrics } = this.parts;
    const connection = new Connection(socket, request, this.parts);
    this.connections.add(connection);
    metrics.connections.inc();
    socket.on('close', () => {
      this.connections.delete(connection);
      metrics.connections.dec();
    });
    connection.serve(this.server);
  }
}
