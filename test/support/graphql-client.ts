import { randomUUID } from 'node:crypto';

export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string } & Readonly<Record<string, unknown>>;
}

/** What came back over HTTP. */
export interface Answer<D = Readonly<Record<string, unknown>>> {
  readonly status: number;
  readonly data?: D | null;
  readonly errors?: readonly AnsweredError[];
}

export interface Receipt {
  readonly commandId: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly duplicate: boolean;
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly revision: number;
  }[];
}

export type CommandInput = Readonly<Record<string, unknown>>;

/** The service answered, but not with what was asked for. */
export class AnsweredWithErrors extends Error {
  override readonly name = 'AnsweredWithErrors';

  constructor(readonly answer: Answer<unknown>) {
    super(`HTTP ${answer.status}: ${JSON.stringify(answer.errors)}`);
  }
}

/** The service went away before it answered, or in the middle of the answer. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Talks GraphQL over HTTP, as any client would. */
export class GraphqlClient {
  constructor(
    readonly url: string,
    private readonly token?: string,
    /** How long to wait for an answer; by default, until there is one or none to come. */
    private readonly patienceMs?: number,
  ) {}

  /** Whatever is answered. @throws {NoAnswer} */
  async post<D>(query: string, variables: object = {}): Promise<Answer<D>> {
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        },
        body: JSON.stringify({ query, variables }),
        ...(this.patienceMs === undefined ? {} : { signal: AbortSignal.timeout(this.patienceMs) }),
      });
      const body = (await response.json()) as Omit<Answer<D>, 'status'>;
      return { status: response.status, ...body };
    } catch (cause) {
      throw new NoAnswer(`${this.url} does not answer`, { cause });
    }
  }

  /** @throws {AnsweredWithErrors} */
  async ask<D>(query: string, variables: object = {}): Promise<D> {
    const answer = await this.post<D>(query, variables);
    if (answer.errors !== undefined || answer.data === undefined || answer.data === null) {
      throw new AnsweredWithErrors(answer);
    }
    return answer.data;
  }

  /** The codes of the errors answered; empty when all went well. */
  async codesOf(query: string, variables: object = {}): Promise<readonly string[]> {
    const { errors = [] } = await this.post(query, variables);
    return errors.map(({ extensions }) => extensions.code);
  }

  /** Gives a command. @throws {AnsweredWithErrors} */
  async give(mutation: string, input: CommandInput): Promise<Receipt> {
    return receiptOf(await this.attempt(mutation, input));
  }

  /** Gives a command that may be refused. */
  attempt(mutation: string, input: CommandInput): Promise<Answer<{ readonly receipt: Receipt }>> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    return this.post(
      `mutation ($input: ${type}) {
        receipt: ${mutation}(input: $input) {
          commandId stream revision position duplicate events { id type revision }
        }
      }`,
      { input: { commandId: randomUUID(), ...input } },
    );
  }
}

/** @throws {AnsweredWithErrors} */
export function receiptOf(answer: Answer<{ readonly receipt: Receipt }>): Receipt {
  const receipt = answer.data?.receipt;
  if (receipt === undefined || answer.errors !== undefined) throw new AnsweredWithErrors(answer);
  return receipt;
}
