import type { EventLog, NewEvent, RecordedEvent } from '#event-log';
import { DISTRICT_NAME } from './district';

/**
 * Appends the events of a district once more under other names: events as real as the first ones. What belongs to no
 * district (the framework) comes with the first copy only.
 */
export async function copyDistrict(
  events: readonly RecordedEvent[],
  copy: number,
  log: Pick<EventLog, 'append'>,
): Promise<void> {
  const own = copy === 0 ? events : events.filter(({ stream }) => stream.includes(DISTRICT_NAME));
  // Not one after the other: what waits together is committed together, in this order.
  await Promise.all(
    own.map((event) => {
      const expected = event.revision === 0 ? 'no-stream' : event.revision - 1;
      return log.append(renamed(event.stream, copy), expected, [copyOf(event, copy)]);
    }),
  );
}

function copyOf(
  { id, type, schemaVersion, data, metadata }: RecordedEvent,
  copy: number,
): NewEvent {
  const text = renamed(JSON.stringify({ data, metadata }), copy);
  const content = JSON.parse(text) as Pick<NewEvent, 'data' | 'metadata'>;
  return { id: idOf(id, copy), type, schemaVersion, ...content };
}

function renamed(text: string, copy: number): string {
  return text.replaceAll(DISTRICT_NAME, `d${String(copy).padStart(DISTRICT_NAME.length - 1, '0')}`);
}

/** Spread over the whole range, as ids are, so that the index of the copies is as costly as a real one. */
function idOf(id: string, copy: number): string {
  const first = (Number.parseInt(id.slice(0, 8), 16) + Math.imul(copy, 0x9e3779b1)) >>> 0;
  return first.toString(16).padStart(8, '0') + id.slice(8);
}
