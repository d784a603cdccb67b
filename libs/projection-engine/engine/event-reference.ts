import type { RecordedEvent } from '#event-log';

/** Which event something is about, and whom it concerns; nothing of what it tells. */
export interface EventReference {
  readonly event: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  /** Decimal. */
  readonly position: string;
  /** With their ancestors. */
  readonly organisations: readonly string[];
}

export function referenceTo(event: RecordedEvent): EventReference {
  const { id, type, stream, revision, position, metadata } = event;
  return {
    event: id,
    type,
    stream,
    revision,
    position: position.toString(),
    organisations: metadata.tags.organisations,
  };
}

const SHORTEST = 2;

/** A message without any text of the event's data in it: that may be about people. */
export function withoutData(message: string, data: unknown): string {
  const texts = [...textsIn(data)]
    .flatMap((text) => (text.isWellFormed() ? [text, encodeURIComponent(text)] : [text]))
    .filter((text) => text.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  return texts.reduce((left, text) => left.replaceAll(text, '…'), message);
}

function* textsIn(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const part of Object.values(value)) yield* textsIn(part);
}
