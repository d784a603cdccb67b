import type { Receipt } from './envelope';
import type { PreparedCommand } from './prepared-command';
import type { Origins } from './origins';

/** Of commands that are all recorded. */
export function receiptOf(
  given: readonly PreparedCommand[],
  stream: string,
  origins: Origins,
  duplicate: boolean,
): Receipt {
  const recorded = given
    .flatMap(({ envelope }) => origins.command(envelope.commandId) ?? [])
    .sort((a, b) => a.revision - b.revision);
  const last = recorded.at(-1);
  const first = given[0]?.envelope;
  if (first === undefined || last === undefined) {
    throw new TypeError('Nothing is recorded of these commands');
  }
  return {
    commandId: first.commandId,
    stream,
    revision: last.revision,
    position: last.position,
    recordedAt: last.recordedAt,
    events: recorded.flatMap(({ events }) => events),
    duplicate,
    ...(last.source && { source: last.source }),
  };
}
