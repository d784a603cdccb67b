import { createClient } from 'graphql-ws';
import type { Client, FormattedExecutionResult } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { AnswerError } from './test-api';

/** How a connection was closed. */
export interface Closed {
  readonly code: number;
  readonly reason: string;
}

type Data = Readonly<Record<string, unknown>>;

/** The errors with which an operation ended. */
export class OperationFailed extends Error {
  override readonly name = 'OperationFailed';

  constructor(readonly errors: readonly AnswerError[]) {
    super(JSON.stringify(errors));
  }

  get extensions(): AnswerError['extensions'] {
    return this.errors[0]?.extensions ?? {};
  }
}

/** A client of `graphql-ws`, as programs use it. */
export class Subscriber {
  /** Resolves when the connection is closed. */
  readonly closed: Promise<Closed>;
  private readonly client: Client;

  constructor(
    url: string,
    params: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    const closing = Promise.withResolvers<Closed>();
    this.closed = closing.promise;
    this.client = createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      connectionParams: { ...params },
      retryAttempts: 0,
      lazy: true,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string) {
          super(address, protocols, { headers });
        }
      },
      on: {
        closed: (event) => {
          closing.resolve(event as Closed);
        },
      },
    });
  }

  subscribe(query: string, variables: object = {}): Subscription {
    return new Subscription(this.client.iterate({ query, variables: { ...variables } }));
  }

  /** The one answer to a query. */
  async ask(query: string, variables: object = {}): Promise<FormattedExecutionResult> {
    const answer = await this.subscribe(query, variables).received();
    if (answer === undefined) throw new Error('There was no answer');
    return answer;
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}

/** A subscription under way: its messages, by the one field that was asked for. */
export class Subscription {
  constructor(readonly messages: AsyncIterableIterator<FormattedExecutionResult>) {}

  /** The next message; `undefined` when the service has completed it. */
  async next(): Promise<Data | undefined> {
    const message = await this.received();
    if (message === undefined) return undefined;
    const { data, errors } = message;
    if (errors !== undefined) throw new OperationFailed(errors as readonly AnswerError[]);
    const [told] = Object.values(data ?? {});
    return told as Data;
  }

  /** As it came. @throws {OperationFailed} */
  async received(): Promise<FormattedExecutionResult | undefined> {
    try {
      const next = (await this.messages.next()) as IteratorResult<FormattedExecutionResult, void>;
      return next.value ?? undefined;
    } catch (error) {
      throw Array.isArray(error) ? new OperationFailed(error as AnswerError[]) : error;
    }
  }

  async take(count: number): Promise<Data[]> {
    const taken: Data[] = [];
    while (taken.length < count) {
      const message = await this.next();
      if (message === undefined) throw new Error('The subscription was completed');
      taken.push(message);
    }
    return taken;
  }

  /** Messages up to the first of this kind, which is the last. */
  async until(kind: string): Promise<Data[]> {
    const taken: Data[] = [];
    for (;;) {
      const [message = {}] = await this.take(1);
      taken.push(message);
      if (message.__typename === kind) return taken;
    }
  }

  /** The error with which it ends, whatever comes before. */
  async failure(): Promise<OperationFailed> {
    try {
      while ((await this.next()) !== undefined);
    } catch (error) {
      if (error instanceof OperationFailed) return error;
      throw error;
    }
    throw new Error('It was completed');
  }

  async end(): Promise<void> {
    await this.messages.return?.();
  }
}
