import { toPosition } from '#event-log';
import type { EventLog, Position, RecordedEvent } from '#event-log';
import type { LoggedFact } from '#projection-engine';
import type { DocumentCollection } from '#read-models';

/** An event as it was told, kept where the log is asked over a network. The document's id is its position. */
export interface CopiedEvent extends Omit<RecordedEvent, 'position'> {
  /** Decimal. */
  readonly position: string;
}

export function copyOf(event: LoggedFact): CopiedEvent {
  const { position, ...recorded } = asRecorded(event);
  return { ...recorded, position: position.toString() };
}

/** Of a correction, without what its stream told before it. */
function asRecorded(event: LoggedFact): RecordedEvent {
  if (event.type !== 'FactCorrected') return event;
  const { withdrawn: _, standing: __, ...recorded } = event;
  return recorded;
}

/** Reads from the copies together, and from the log only what is not among them. */
export function copiesOf(
  copies: Pick<DocumentCollection<CopiedEvent>, 'load'>,
  log: Pick<EventLog, 'readAt'>,
): Pick<EventLog, 'readAt'> {
  return {
    readAt: async (positions) => {
      const loaded = await copies.load(new Set(positions.map(String)));
      const found = new Map<Position, RecordedEvent>();
      for (const { body } of loaded.values()) {
        if (body === 'deleted') continue;
        const position = toPosition(BigInt(body.position));
        found.set(position, { ...body, position });
      }
      const missing = positions.filter((position) => !found.has(position));
      if (missing.length > 0) {
        for (const event of await log.readAt(missing)) found.set(event.position, event);
      }
      return positions.flatMap((position) => found.get(position) ?? []);
    },
  };
}
