import { deepFreeze } from '#domain/testing';
import { folded, keysTouched } from '../runner';
import type { DocumentKey, LoggedFact, Projection, RecordedFact } from '../runner';

export interface FoldedDocument {
  readonly key: DocumentKey;
  readonly body: object;
  readonly position: bigint;
}

/**
 * The documents that events give, as the engine would fold them: between two batches every document
 * goes through JSON. Whatever is handed to the projection is frozen, so that a change of its input
 * fails loudly.
 */
export function fold(
  projection: Projection,
  batches: readonly (readonly LoggedFact[])[],
): ReadonlyMap<string, FoldedDocument> {
  return batches.reduce<ReadonlyMap<string, FoldedDocument>>(
    (documents, batch) => foldBatch(projection, documents, batch),
    new Map(),
  );
}

function foldBatch(
  projection: Projection,
  stored: ReadonlyMap<string, FoldedDocument>,
  batch: readonly LoggedFact[],
): ReadonlyMap<string, FoldedDocument> {
  const documents = new Map(
    [...stored].map(([name, one]) => [name, { ...one, body: throughJson(one.body) }]),
  );
  for (const event of batch) {
    for (const key of keysTouched(projection, deepFreeze(event))) {
      const name = `${key.collection}/${key.id}`;
      const before = documents.get(name)?.body;
      const body = folded(projection, before && deepFreeze(before), event, key);
      if (body === undefined) documents.delete(name);
      else documents.set(name, { key, body: deepFreeze(body), position: event.position });
    }
  }
  return documents;
}

/** Not a structured clone, which keeps what JSON drops. */
export function throughJson(body: object): object {
  const json = JSON.stringify(body);
  return JSON.parse(json) as object;
}

/** The one document of a collection with this id, in the shape it is known to have. */
export function documentIn<Document extends object>(
  projection: Projection,
  facts: readonly RecordedFact[],
  key: DocumentKey,
): Document | undefined {
  return fold(projection, [facts]).get(`${key.collection}/${key.id}`)?.body as Document | undefined;
}
