import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { LeftOut, ProjectedModels } from '#projection-engine';
import { thoseSeen } from '../access';
import type { RequestContext } from './request-context';

/** Listed in one answer, at most; `leftOutTotal` counts all. */
const MOST = 50;

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
  // Away: then nothing in the answer was read from there, and a receipt is not to be lost for it.
  const all = await models.leftOut().catch((): readonly LeftOut[] => []);
  const leftOut = await seenOf(all, contextValue);
  if (leftOut.length === 0) return;
  const { extensions } = body.singleResult;
  const told = { leftOut: leftOut.slice(0, MOST), leftOutTotal: leftOut.length };
  body.singleResult.extensions = { ...extensions, ...told };
}

/** Those that concern what the actor may see. */
async function seenOf(
  leftOut: readonly LeftOut[],
  { sight }: RequestContext,
): Promise<readonly LeftOut[]> {
  return thoseSeen(leftOut, ({ organisations }) => sight.sees('HISTORY', organisations));
}
