import type { AppendReceipt, EventLog, ExpectedRevision, LogMessage, NewEvent } from '../index';

/** A UUID that the number tells apart, so that a test names its events. */
export function eventId(n: number): string {
  return `00000000-0000-5000-8000-${n.toString(16).padStart(12, '0')}`;
}

export function givenEvent(n: number, data?: unknown): NewEvent {
  return {
    id: eventId(n),
    type: 'MeetingHeld',
    schemaVersion: 1,
    data: data === undefined ? { n } : data,
    metadata: {
      effectiveAt: '2025-03-01T08:00:00+07:00',
      actor: { id: 'u00001', role: 'SECRETARY', organisation: 'c00001' },
      commandId: eventId(n),
      correlationId: eventId(n),
      tags: { organisations: ['c00001', 'p00001'], members: ['m00001'], cases: [] },
    },
  };
}

/** Events numbered from `first`. */
export function givenEvents(first: number, count: number): NewEvent[] {
  return Array.from({ length: count }, (_, index) => givenEvent(first + index));
}

export function idsOf(events: readonly { readonly id: string }[]): string[] {
  return events.map((event) => event.id);
}

/** Appends numbered events one by one, in turn to each of the streams. */
export async function appendInTurn(
  log: EventLog,
  streams: readonly string[],
  count: number,
  first = 1,
): Promise<AppendReceipt[]> {
  const receipts: AppendReceipt[] = [];
  const revisions = new Map<string, ExpectedRevision>();
  for (let index = 0; index < count; index += 1) {
    const stream = streams[index % streams.length] ?? 'c-1';
    const receipt = await log.append(stream, revisions.get(stream) ?? 'no-stream', [
      givenEvent(first + index),
    ]);
    revisions.set(stream, receipt.lastRevision);
    receipts.push(receipt);
  }
  return receipts;
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** Takes messages until `enough` says so of the last one; that one is included. */
export async function takeUntil(
  messages: AsyncIterable<LogMessage>,
  enough: (message: LogMessage, soFar: readonly LogMessage[]) => boolean,
): Promise<LogMessage[]> {
  const taken: LogMessage[] = [];
  for await (const message of messages) {
    taken.push(message);
    if (enough(message, taken)) break;
  }
  return taken;
}

export function eventIdsOf(messages: readonly LogMessage[]): string[] {
  return messages.flatMap((message) => (message.kind === 'event' ? [message.event.id] : []));
}
