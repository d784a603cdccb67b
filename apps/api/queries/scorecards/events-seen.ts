import type { EvidenceRef } from '#criteria';
import { scopeOf } from '#domain';
import { thoseSeen } from '../../access';
import type { RequestContext } from '../../graphql/request-context';
import type { RecordedEventType } from '../history/recorded-event.types';

/** One that the timeline does not hold yet is there when the scorecard is asked again. */
export async function eventsSeen(
  refs: readonly Pick<EvidenceRef, 'event'>[],
  { loaders, sight }: RequestContext,
): Promise<readonly RecordedEventType[]> {
  const found = await Promise.all(refs.map(({ event }) => loaders.events.load(event)));
  const events = found.flatMap((one) =>
    one === undefined ? [] : [{ ...one.body, projectedThrough: one.projectedThrough }],
  );
  return thoseSeen(events, ({ data }) => sight.sees('HISTORY', scopeOf(data)));
}
