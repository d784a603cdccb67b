import type { RecordedEvent } from './event';

const LISTS = ['organisations', 'members', 'cases'] as const;
const OF_ACTOR = ['id', 'role', 'organisation'] as const;
const TEXTS = ['effectiveAt', 'commandId', 'correlationId'] as const;

/**
 * Whether a program of ours recorded the event, of whichever version: told by what all of them write beside the fact.
 * In an event store that several share, somebody else may write into a stream of ours.
 */
export function isOurs({ metadata }: Pick<RecordedEvent, 'metadata'>): boolean {
  const { actor, tags } = fieldsOf(metadata);
  return (
    haveAll(TEXTS, metadata, isText) &&
    haveAll(OF_ACTOR, actor, isText) &&
    haveAll(LISTS, tags, Array.isArray)
  );
}

function haveAll(
  names: readonly string[],
  value: unknown,
  fits: (field: unknown) => boolean,
): boolean {
  const fields = fieldsOf(value);
  return names.every((name) => fits(fields[name]));
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
