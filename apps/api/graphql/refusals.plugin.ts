import type { ApolloServerPlugin } from '@apollo/server';
import type { RefusalMetrics } from '../operations/refusal-metrics';
import { countRefusals } from './count-refusals';
import type { RequestContext } from './request-context';

/** Counts what was refused in answers over HTTP. */
export function refusalsPlugin(
  refusals: Pick<RefusalMetrics, 'forbidden' | 'hit'>,
): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response: { body }, contextValue: { actor }, ...asked }) => {
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          countRefusals(errors, actor, asked, refusals);
          return Promise.resolve();
        },
      }),
  };
}
