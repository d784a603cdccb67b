import type { Correction, DocumentKey, LoggedFact, Projection } from './projection';

type Folding = Pick<Projection, 'keysOf' | 'initial' | 'apply'>;

/** The documents that an event, or a correction, touches. */
export function keysTouched(projection: Projection, event: LoggedFact): readonly DocumentKey[] {
  if (event.type !== 'FactCorrected') return projection.keysOf(event);
  return projection.keysOfCorrection?.(event) ?? projection.keysOf(event.withdrawn);
}

/** A document after one more event; `undefined` when there is none (any more). */
export function folded(
  projection: Projection,
  document: object | undefined,
  event: LoggedFact,
  key: DocumentKey,
): object | undefined {
  if (event.type !== 'FactCorrected') {
    return projection.apply(document ?? projection.initial(key), event, key);
  }
  return projection.correct === undefined
    ? refolded(projection, undefined, event, key)
    : projection.correct(document, event, key);
}

/** What stands of a corrected stream, folded into what a document holds without that stream. */
export function refolded(
  projection: Folding,
  without: object | undefined,
  { standing }: Correction,
  key: DocumentKey,
): object | undefined {
  return standing
    .filter((event) =>
      projection
        .keysOf(event)
        .some(({ collection, id }) => collection === key.collection && id === key.id),
    )
    .reduce<object | undefined>(
      (document, event) => projection.apply(document ?? projection.initial(key), event, key),
      without,
    );
}
