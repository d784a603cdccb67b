import { aggregateOfEvent, concernsOf } from '#domain';
import type { DomainEvent, Effective } from '#domain';
import { toPosition } from '#event-log';
import type { EventMetadata, LegalBasis } from '#event-log';
import type { RecordedFact } from '../runner';

/** What a spec says of an event besides the fact itself. */
export interface Circumstances {
  readonly recordedAt?: string;
  readonly reason?: string;
  readonly actor?: EventMetadata['actor'];
  readonly correlationId?: string;
  /** Of a fact that came from a file. */
  readonly source?: EventMetadata['source'];
  readonly legalBasis?: readonly LegalBasis[];
  /** Ancestors of the organisations concerned, at that time. */
  readonly ancestors?: readonly string[];
}

export type ToRecord = Effective<DomainEvent> & { readonly circumstances?: Circumstances };

const ACTOR = { id: 'clerk', role: 'SECRETARY', organisation: 'superior' };
const FIRST_RECORDING = Date.parse('2024-03-01T00:00:00Z');
const MINUTE_MS = 60_000;

/** Facts as a log would record them: one a minute, every tenth position, revisions by stream. */
export function recorded(...facts: readonly ToRecord[]): readonly RecordedFact[] {
  const revisions = new Map<string, number>();
  return facts.map(({ type, data, effectiveAt, circumstances = {} }, index) => {
    const stream = aggregateOfEvent(type).streamOf(data);
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    const { recordedAt, ancestors = [], ...metadata } = circumstances;
    const concerns = concernsOf(data);
    return {
      id: eventId(index),
      stream,
      revision,
      position: toPosition(BigInt(positionOf(index))),
      recordedAt: recordedAt ?? new Date(FIRST_RECORDING + index * MINUTE_MS).toISOString(),
      type,
      schemaVersion: 1,
      data,
      metadata: {
        effectiveAt,
        actor: ACTOR,
        commandId: `command-${index}`,
        correlationId: `correlation-${index}`,
        ...metadata,
        tags: {
          ...concerns,
          organisations: [...new Set([...concerns.organisations, ...ancestors])],
        },
      },
    } as RecordedFact;
  });
}

/** Of the nth fact recorded, from 0. */
export function eventId(index: number): string {
  return `00000000-0000-5000-8000-${String(index).padStart(12, '0')}`;
}

export function positionOf(index: number): string {
  return String((index + 1) * 10);
}
