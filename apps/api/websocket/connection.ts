import type { IncomingMessage } from 'node:http';
import type { Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Elapsed } from '#feeds';
import { ApiError } from '../errors';
import { LIMITS } from '../limits';
import type { WebSocketMetrics } from '../operations/websocket-metrics';
import { Asker } from './asker';
import type { AskerParts } from './asker';
import { readClientMessage } from './client-message';
import type { ClientMessage } from './client-message';
import { CLOSE_CODES, closeReasonOf, nameOfCloseCode } from './close-codes';
import type { CloseReason } from './close-codes';
import type { Identities } from './identities';
import { Inbox } from './inbox';
import { Operation } from './operation';
import { Outbox } from './outbox';

/** How long operations that are under way, and then the client, may take to end when the service does. */
const LAST_ANSWERS_MS = 5_000;
const FAREWELL_MS = 1_000;
/** Of a close, in bytes less than the 123 that there are. */
const LONGEST_REASON = 120;

export interface ConnectionParts extends AskerParts {
  readonly metrics: WebSocketMetrics;
  readonly identities: Identities;
  readonly elapsed: Elapsed;
  /** Operations under way on it. */
  readonly mostOperations: number;
  /** Called with every internal error. */
  readonly onFailure: (error: unknown) => void;
}

const CLOSED_WITH: Readonly<Record<CloseReason, string>> = {
  RESTART: 'The service restarts',
  TRY_AGAIN_LATER: 'Try again later',
  BAD_REQUEST: 'Invalid message received',
  UNAUTHENTICATED: 'Unauthorized',
  FORBIDDEN: 'Forbidden',
  INIT_TIMEOUT: 'Connection initialisation timeout',
  SUBSCRIBER_EXISTS: 'Subscriber already exists',
  TOO_MANY_INITS: 'Too many initialisation requests',
  INTERNAL: 'Internal server error',
};

/** One WebSocket: what comes through it, what goes, and when it ends. */
export class Connection {
  readonly asker: Asker;
  readonly outbox: Outbox;
  readonly closed: Promise<void>;
  private readonly inbox: Inbox;
  private readonly operations = new Map<string, Operation>();
  private readonly over = new AbortController();
  /** Said behind what is being sent. */
  private ending: CloseReason | undefined;
  private isHeard = true;
  private hasBegun = false;
  private receive: (text: string) => Promise<void> = () => Promise.resolve();
  private leave = (): void => undefined;

  constructor(
    private readonly socket: WebSocket,
    request: IncomingMessage,
    private readonly parts: ConnectionParts,
  ) {
    // What breaks is told by the end that follows.
    socket.on('error', () => undefined);
    this.asker = new Asker(request, parts);
    this.outbox = new Outbox(socket, parts.elapsed, () => {
      socket.terminate();
    });
    this.inbox = new Inbox(socket, (text) => this.take(text));
    this.closed = new Promise((resolve) => {
      socket.on('close', () => {
        resolve();
      });
    });
  }

  get isInitialised(): boolean {
    return this.hasBegun;
  }

  operation(id: string): Operation | undefined {
    return this.operations.get(id);
  }

  get hasTooManyOperations(): boolean {
    return this.operations.size > this.parts.mostOperations;
  }

  serve(server: Server<Connection>): void {
    const { socket, parts } = this;
    const ended = server.opened(
      {
        protocol: socket.protocol,
        send: (text) => this.send(text),
        close: (code, reason) => {
          socket.close(code, reason);
        },
        onMessage: (receive) => {
          this.receive = receive;
        },
      },
      this,
    );
    socket.on('message', (data: Buffer, isBinary) => {
      this.isHeard = true;
      parts.metrics.countMessage('received');
      if (isBinary) this.close('BAD_REQUEST');
      else if (socket.readyState === socket.OPEN) this.inbox.push(data.toString());
    });
    socket.on('pong', () => {
      this.isHeard = true;
    });
    socket.on('ping', (data) => {
      this.isHeard = true;
      // Whoever sends many and reads nothing gets no answer to keep for him.
      if (socket.bufferedAmount === 0) socket.pong(data);
    });
    socket.on('close', (code, reason) => {
      this.isOver(code);
      ended(code, reason.toString()).catch(parts.onFailure);
    });
    void this.untilInitialised();
    void this.keepAlive();
  }

  /** @returns whether it may go on */
  async begin(params: unknown): Promise<boolean> {
    const { identities } = this.parts;
    try {
      const { id } = await this.asker.begin(params);
      const place = identities.enter(id);
      if (place === undefined) {
        this.close('TRY_AGAIN_LATER', 'Too many connections');
        return false;
      }
      // It may have gone while it was asked who it is.
      if (this.over.signal.aborted) place();
      else this.leave = place;
      this.hasBegun = true;
      return true;
    } catch (error) {
      this.endFor(error);
      return false;
    }
  }

  /** Says so behind what is being sent now. */
  closeAfter(code: string): void {
    this.ending ??= closeReasonOf(code);
  }

  /** The service ends. */
  async end(): Promise<void> {
    const { elapsed } = this.parts;
    const { signal } = this.over;
    for (const operation of this.operations.values()) operation.stop();
    this.outbox.waitNoMore();
    const finished = [...this.operations.values()].map((operation) => operation.finished);
    await Promise.race([Promise.all(finished), elapsed(LAST_ANSWERS_MS, signal)]);
    this.close('RESTART');
    await Promise.race([this.closed, elapsed(FAREWELL_MS, signal)]);
    this.socket.terminate();
  }

  private async send(text: string): Promise<void> {
    this.parts.metrics.countMessage('sent');
    const sent = this.outbox.send(text);
    if (this.ending !== undefined) this.close(this.ending);
    await sent;
  }

  private close(reason: CloseReason, words = CLOSED_WITH[reason]): void {
    this.inbox.close();
    this.socket.close(CLOSE_CODES[reason], words);
  }

  /** Who asks is not known, or not allowed: or it cannot be told just now. */
  private endFor(error: unknown): void {
    if (!(error instanceof ApiError)) this.parts.onFailure(error);
    if (error instanceof ApiError && error.code === 'VALIDATION_FAILED') {
      // The protocol has room for a short text.
      this.close('BAD_REQUEST', error.message.slice(0, LONGEST_REASON));
      return;
    }
    const reason = error instanceof ApiError ? closeReasonOf(error.code) : undefined;
    this.close(reason ?? 'TRY_AGAIN_LATER');
  }

  private async take(text: string): Promise<void> {
    const message = readClientMessage(text);
    if (message.kind === 'subscribe') {
      await this.subscribe(message);
    } else if (message.kind === 'invalid') {
      this.close('BAD_REQUEST');
    } else {
      if (message.kind === 'complete') this.complete(message.id);
      await this.receive(message.text).catch((error: unknown) => {
        this.failed(error);
      });
    }
  }

  /** The next message is taken as soon as it is known whether the operation can begin. */
  private async subscribe({
    id,
    text,
    refusal,
  }: ClientMessage & { readonly kind: 'subscribe' }): Promise<void> {
    const before = this.operations.get(id);
    if (before?.isCompleted === true) await before.finished;
    if (this.operations.has(id)) {
      this.close('SUBSCRIBER_EXISTS', `Subscriber for ${id} already exists`.slice(0, 100));
      return;
    }
    const { metrics } = this.parts;
    const operation = new Operation(refusal);
    this.operations.set(id, operation);
    metrics.operations.inc();
    operation.finished = this.receive(text)
      .catch((error: unknown) => {
        this.failed(error);
      })
      .finally(() => {
        this.operations.delete(id);
        metrics.operations.dec();
        metrics.countOperationEnd(operation.failedWith ?? 'completed');
      });
    await Promise.race([operation.finished, operation.admitted]);
  }

  private complete(id: string): void {
    const operation = this.operations.get(id);
    if (operation !== undefined) operation.isCompleted = true;
    operation?.end();
  }

  private failed(error: unknown): void {
    // The one answer of an operation lies there for the client, or its pong.
    if (error instanceof ApiError && error.code === 'SLOW_CONSUMER') return;
    this.parts.onFailure(error);
    this.close('INTERNAL');
  }

  private isOver(code: number): void {
    this.parts.metrics.countEnd(nameOfCloseCode(code));
    this.over.abort();
    this.inbox.close();
    this.outbox.waitNoMore();
    for (const operation of this.operations.values()) operation.end();
    this.leave();
  }

  private async untilInitialised(): Promise<void> {
    await this.parts.elapsed(LIMITS.initMs, this.over.signal);
    if (!this.hasBegun) this.close('INIT_TIMEOUT');
  }

  /** A client that is gone without a word, and one that may not be here any more, is noticed though nothing is told. */
  private async keepAlive(): Promise<void> {
    const { signal } = this.over;
    for (;;) {
      await this.parts.elapsed(LIMITS.pingMs, signal);
      if (signal.aborted) return;
      // One that takes nothing is another matter: it is waited for where something is sent.
      if (this.outbox.isBlocked) continue;
      if (!this.isHeard) {
        this.socket.terminate();
        return;
      }
      this.isHeard = false;
      this.socket.ping();
      if (this.hasBegun) await this.requireKnown();
    }
  }

  private async requireKnown(): Promise<void> {
    try {
      await this.asker.requireKnown();
    } catch (error) {
      const isAnswer = error instanceof ApiError && closeReasonOf(error.code) !== undefined;
      if (isAnswer) this.endFor(error);
    }
  }
}
