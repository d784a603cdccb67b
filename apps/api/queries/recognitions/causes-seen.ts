import { scopeOf } from '#domain';
import { thoseSeen } from '../../access';
import type { RequestContext } from '../../graphql/request-context';

/** Of the events that put a recognition in question, those that concern what the actor may see. */
export async function causesSeen(
  causes: readonly string[],
  { loaders, sight }: RequestContext,
): Promise<readonly string[]> {
  if (sight.of('HISTORY').isWhole) return causes;
  return thoseSeen(causes, async (cause) => {
    const event = await loaders.events.load(cause);
    return event !== undefined && sight.sees('HISTORY', scopeOf(event.body.data));
  });
}
