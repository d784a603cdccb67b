import { randomUUID } from 'node:crypto';
import { NoAnswer, receiptOf } from '../support';
import type { AnsweredError, CommandInput, GraphqlClient, Receipt } from '../support';

export interface GivenCommand {
  readonly mutation: string;
  readonly input: CommandInput;
}

/** Nothing is wrong with the command: others were faster, or a store does not answer. */
const TRY_AGAIN: ReadonlySet<string> = new Set(['CONFLICT', 'UNAVAILABLE']);

/** A client as the contract wants it: what is not acknowledged, it repeats under the same id. */
export class PersistentClient {
  readonly acknowledged: Receipt[] = [];
  private pending: GivenCommand | undefined;

  constructor(private readonly commands: Iterator<GivenCommand, never>) {}

  get hasPending(): boolean {
    return this.pending !== undefined;
  }

  /** Gives one command after the other, the pending one first, until the service is gone. */
  async workUntilGone(client: GraphqlClient, onAcknowledged: () => void): Promise<void> {
    while (await this.giveNext(client)) onAcknowledged();
  }

  /** Whether it was acknowledged. @throws {AnsweredWithErrors} */
  async giveNext(client: GraphqlClient): Promise<boolean> {
    this.pending ??= withId(this.commands.next().value);
    const { mutation, input } = this.pending;
    const answer = await client.attempt(mutation, input).catch(isGone);
    if (answer === 'gone' || isToBeTriedAgain(answer.errors)) return false;
    this.acknowledged.push(receiptOf(answer));
    this.pending = undefined;
    return true;
  }
}

function withId({ mutation, input }: GivenCommand): GivenCommand {
  return { mutation, input: { commandId: randomUUID(), ...input } };
}

function isToBeTriedAgain(errors: readonly AnsweredError[] = []): boolean {
  return errors.some(({ extensions }) => TRY_AGAIN.has(extensions.code));
}

function isGone(error: unknown): 'gone' {
  if (error instanceof NoAnswer) return 'gone';
  throw error;
}
