import type { RecordedEvent } from '#event-log';
import type { StoredEvent } from '../entry';

/** A line of an events file: an event as it is stored, with the number of its leaf. */
export interface ExportedEvent extends StoredEvent {
  readonly index: number;
}

/** Whether an event belongs to the part of an organisation: it concerns it or what was below it then, or the register. */
export function isUnder(
  { metadata }: Pick<RecordedEvent, 'metadata'>,
  organisation: string | undefined,
): boolean {
  const { organisations } = metadata.tags;
  return (
    organisation === undefined || organisations.length === 0 || organisations.includes(organisation)
  );
}

/** Ends with a line break (ledger.md, section 5). */
export function exportedLine(index: number, event: StoredEvent): string {
  const { id, stream, revision, type, schemaVersion, recordedAt, data, metadata } = event;
  const line = { index, id, stream, revision, type, schemaVersion, recordedAt, data, metadata };
  return `${JSON.stringify(line)}\n`;
}

const TEXTS = ['id', 'stream', 'type', 'recordedAt'] as const;
const COUNTS = ['index', 'revision', 'schemaVersion'] as const;

/** Nothing for a line that is no event. */
export function readExportedLine(line: string): ExportedEvent | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Record<string, unknown>;
  const isEvent =
    TEXTS.every((name) => typeof fields[name] === 'string') &&
    COUNTS.every((name) => isCount(fields[name])) &&
    'data' in fields &&
    typeof fields.metadata === 'object' &&
    fields.metadata !== null;
  return isEvent ? (value as ExportedEvent) : undefined;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
