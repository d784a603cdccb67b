import { toPosition } from '#event-log';
import type { EventLog, RecordedEvent } from '#event-log';
import { ownPledgeOf } from './own-pledge';

/**
 * The pledge that another process registered for the same organisation and year under another campaign
 * while this one was being decided: after the last event that the decision could know of, and before
 * it. Of those that do not know of each other, only the first has none.
 */
export async function earlierPledge(
  log: Pick<EventLog, 'readAllSlice'>,
  registered: RecordedEvent,
): Promise<RecordedEvent | undefined> {
  const own = ownPledgeOf(registered.type, registered.data);
  const { readThrough } = registered.metadata;
  if (own === undefined || readThrough === undefined) return undefined;
  const before = registered.position;
  let after = toPosition(BigInt(readThrough));
  for (;;) {
    const events = await log.readAllSlice({ after, before });
    const last = events.at(-1);
    if (last === undefined) return undefined;
    const earlier = events.find(({ type, data }) => {
      const other = type === 'PledgeRegistered' ? ownPledgeOf(type, data) : undefined;
      return (
        other?.organisation === own.organisation &&
        other.year === own.year &&
        other.campaign !== own.campaign
      );
    });
    if (earlier !== undefined) return earlier;
    after = last.position;
  }
}
