import type { CollectionSpec, Projection, RecordedFact } from '../runner';

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
}

/** A {@link Model} whose documents nobody needs to know any more. */
export interface AnyModel {
  readonly collection: CollectionSpec;
  idsOf(event: RecordedFact): readonly string[];
  apply(document: object, event: RecordedFact, id: string): object;
}

/** What a projection starts a document with; never stored, as every event that touches one fills it. */
const NOTHING: object = Object.freeze({});

export function modelOf<Document extends object, Type extends EventTypeName>(
  model: Model<Document, Type>,
): AnyModel {
  const isTaken = (event: RecordedFact): event is FactOfType<Type> =>
    Object.hasOwn(model.takes, event.type);
  return {
    collection: model.collection,
    idsOf: (event) => (isTaken(event) ? model.idsOf(event) : []),
    apply: (document, event, id) =>
      isTaken(event)
        ? model.apply(document === NOTHING ? undefined : (document as Document), event, id)
        : document,
  };
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
    keysOf: (event) =>
      models.flatMap((model) =>
        model.idsOf(event).map((id) => ({ collection: model.collection.name, id })),
      ),
    initial: () => NOTHING,
    apply: (document, event, key) =>
      byCollection.get(key.collection)?.apply(document, event, key.id) ?? document,
  };
}
