import { scopeOf } from '#domain';
import type { RequestContext } from '../../graphql/request-context';

/** Of the events that put a recognition in question, those that concern what the actor may see. */
export async function causesSeen(
  causes: readonly string[],
  { loaders, sight }: RequestContext,
): Promise<readonly string[]> {
  if (sight.of('HISTORY').isWhole) return causes;
  const seen = await Promise.all(
    causes.map(async (cause) => {
      const event = await loaders.events.load(cause);
      return event !== undefined && sight.sees('HISTORY', scopeOf(event.body.data));
    }),
  );
  return causes.filter((_, at) => seen[at] === true);
}
