import { refolded } from '../runner';
import type { CollectionSpec, Correction, DocumentKey, Projection, RecordedFact } from '../runner';
import { refTo } from './event-ref';
import type { Grounded } from './event-ref';

export type EventTypeName = RecordedFact['type'];
export type FactOfType<Type extends EventTypeName> = Extract<RecordedFact, { readonly type: Type }>;

/** One collection of a read model, in the terms of its own documents and of the events it takes. */
export interface Model<Document extends object, Type extends EventTypeName> {
  readonly collection: CollectionSpec;
  /** A record rather than a list, so that the compiler tells of a forgotten type. */
  readonly takes: Readonly<Record<Type, true>>;
  /** Ids of the documents that the event touches, told from the event alone. */
  idsOf(event: FactOfType<Type>): readonly string[];
  /** Total and pure; without a document it begins one, whichever event comes first. */
  apply(document: Document | undefined, event: FactOfType<Type>, id: string): Document;
  /**
   * For documents that do not come of one stream alone, or that remember what was corrected: the document as if the
   * wrong event had not been; `undefined` when nothing is left of it.
   */
  correct?(
    document: Document,
    correction: Correction,
    id: string,
    restated: (without: Document | undefined) => Document | undefined,
  ): Document | undefined;
}

/** A {@link Model} whose documents nobody needs to know any more. */
export interface AnyModel {
  readonly collection: CollectionSpec;
  idsOf(event: RecordedFact): readonly string[];
  apply(document: object, event: RecordedFact, id: string): object;
  correct(
    document: object | undefined,
    correction: Correction,
    key: DocumentKey,
  ): object | undefined;
}

/** What a projection starts a document with; never stored, as every event that touches one fills it. */
const NOTHING: object = Object.freeze({});

export function modelOf<Document extends object, Type extends EventTypeName>(
  model: Model<Document, Type>,
): AnyModel {
  const isTaken = (event: RecordedFact): event is FactOfType<Type> =>
    Object.hasOwn(model.takes, event.type);
  const idsOf: AnyModel['idsOf'] = (event) => (isTaken(event) ? model.idsOf(event) : []);
  const apply: AnyModel['apply'] = (document, event, id) =>
    isTaken(event)
      ? model.apply(document === NOTHING ? undefined : (document as Document), event, id)
      : document;
  return {
    collection: model.collection,
    idsOf,
    apply,
    correct: (document, correction, key) => {
      if (document === undefined) return undefined;
      const folding = {
        keysOf: (event: RecordedFact) => keysIn(key.collection, idsOf(event)),
        initial: () => NOTHING,
        apply: (before: object, event: RecordedFact) => apply(before, event, key.id),
      };
      const restated = (without: object | undefined) =>
        refolded(folding, without, correction, key) as Document | undefined;
      return model.correct === undefined
        ? stillGrounded(document, restated(undefined), correction)
        : model.correct(document as Document, correction, key.id, restated);
    },
  };
}

function keysIn(collection: string, ids: readonly string[]): readonly DocumentKey[] {
  return ids.map((id) => ({ collection, id }));
}

/** All that was recorded stays readable: what was withdrawn, and that it was. */
export function stillGrounded<Document extends object>(
  before: object,
  restated: Document | undefined,
  correction: Correction,
): Document | undefined {
  if (restated === undefined || !isGrounded(before)) return restated;
  return { ...restated, events: [...before.events, refTo(correction)] };
}

function isGrounded(document: object): document is Grounded {
  return 'events' in document;
}

export function projectionOf(
  name: string,
  version: number,
  models: readonly AnyModel[],
): Projection {
  const byCollection = new Map(models.map((model) => [model.collection.name, model]));
  return {
    name,
    version,
    collections: models.map(({ collection }) => collection),
    keysOf: (event) => models.flatMap((model) => keysIn(model.collection.name, model.idsOf(event))),
    initial: () => NOTHING,
    apply: (document, event, key) =>
      byCollection.get(key.collection)?.apply(document, event, key.id) ?? document,
    correct: (document, correction, key) =>
      byCollection.get(key.collection)?.correct(document, correction, key),
  };
}
