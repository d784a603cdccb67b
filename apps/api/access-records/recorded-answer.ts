import type { ExecutionResult } from 'graphql';
import { AccessNotRecorded } from '#access-records';
import { accessNotRecorded } from '../errors';
import type { AskedContext, RequestContext } from '../graphql/request-context';

/**
 * Executes an operation in its time, and answers once it is recorded who looked at what: the way of HTTP and of
 * WebSockets, so that nothing that is read goes around it.
 *
 * @throws ApiError `UNAVAILABLE` when it takes too long; `ACCESS_NOT_RECORDED`
 */
export async function recordedAnswer(
  context: AskedContext,
  execute: (context: RequestContext) => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const { recorder, time } = context;
  try {
    return await recorder.during(context, (reading) =>
      time.bound(() => execute({ ...context, reading })),
    );
  } catch (error) {
    throw error instanceof AccessNotRecorded ? accessNotRecorded() : error;
  }
}
