import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { ProjectedModels } from '#projection-engine';
import { leftOutOf } from './left-out';
import type { RequestContext } from './request-context';

/**
 * Says in `extensions.leftOut` which events the read models do without. Which of them an answer was read from is not
 * known: every answer says all of it. Asked once the answer is there: what was left out before that is in it.
 */
export function leftOutPlugin(
  models: Pick<ProjectedModels, 'leftOut'>,
): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async (context) => {
        await addLeftOut(context, models);
      },
    }),
  };
}

async function addLeftOut(
  { response: { body }, contextValue }: GraphQLRequestContextWillSendResponse<RequestContext>,
  models: Pick<ProjectedModels, 'leftOut'>,
): Promise<void> {
  if (body.kind !== 'single' || !body.singleResult.data) return;
  const told = await leftOutOf(models, contextValue);
  if (told === undefined) return;
  const { extensions } = body.singleResult;
  body.singleResult.extensions = { ...extensions, ...told };
}
