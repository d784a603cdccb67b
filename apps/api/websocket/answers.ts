import { execute } from 'graphql';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { ProjectedModels } from '#projection-engine';
import type { Viewer } from '../access';
import { asGraphQLError, feedEnded } from '../errors';
import { leftOutOf } from '../graphql/left-out';
import { OperationTime } from '../graphql/operation-time';
import { recordedAnswer } from '../access-records/recorded-answer';
import type { AskedContext } from '../graphql/request-context';
import type { Message } from '../subscriptions';
import type { Operation } from './operation';

type Models = Pick<ProjectedModels, 'leftOut'>;

/** How somebody is answered: in so many milliseconds, and once it is recorded what was looked at. */
export interface Answering {
  readonly operationMs: number;
  readonly recorder: AskedContext['recorder'];
}

export function asking(viewer: Viewer, { operationMs, recorder }: Answering): AskedContext {
  return { ...viewer, time: new OperationTime(operationMs), recorder };
}

/** A query or a command, answered as over HTTP. */
export async function answer(args: ExecutionArgs, models: Models): Promise<ExecutionResult> {
  const context = args.contextValue as AskedContext;
  return withLeftOut(await executed(args, context), models, context);
}

async function executed(args: ExecutionArgs, context: AskedContext): Promise<ExecutionResult> {
  try {
    return await recordedAnswer(context, async (contextValue) =>
      execute({ ...args, contextValue }),
    );
  } catch (error) {
    return { errors: [asGraphQLError(error)] };
  }
}

async function withLeftOut(
  result: ExecutionResult,
  models: Models,
  context: AskedContext,
): Promise<ExecutionResult> {
  if (!result.data) return result;
  const told = await leftOutOf(models, context);
  return told === undefined ? result : { ...result, extensions: { ...told } };
}

/**
 * The answers of a subscription: each message is executed by itself, for whoever asks by then and with a memory of its
 * own. To end it is not to wait for what it waits for.
 */
export class SubscriptionAnswers implements AsyncGenerator<ExecutionResult, void, void> {
  private readonly results: AsyncGenerator<ExecutionResult, void, void>;

  constructor(
    private readonly args: ExecutionArgs,
    private readonly source: AsyncIterable<Message>,
    private readonly operation: Operation,
    private readonly parts: Answering & { readonly models: Models },
  ) {
    this.results = this.answers();
  }

  next(): Promise<IteratorResult<ExecutionResult, void>> {
    return this.results.next();
  }

  return(): Promise<IteratorResult<ExecutionResult, void>> {
    this.operation.end();
    // Ended, it comes to its end by itself.
    this.results.return().catch(() => undefined);
    return Promise.resolve({ done: true, value: undefined });
  }

  async throw(error: unknown): Promise<IteratorResult<ExecutionResult, void>> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  private async *answers(): AsyncGenerator<ExecutionResult, void, void> {
    for await (const { viewer, root, cursor, isOfReadModels } of this.source) {
      const { models } = this.parts;
      const context = asking(viewer, this.parts);
      const args = { ...this.args, rootValue: root };
      const result = await executed(args, context);
      this.operation.cursor = cursor;
      yield isOfReadModels ? await withLeftOut(result, models, context) : result;
    }
    // It ends by itself for no other reason than that the service, or its log, does.
    if (this.operation.isStopped || !this.operation.signal.aborted) throw feedEnded();
  }
}
