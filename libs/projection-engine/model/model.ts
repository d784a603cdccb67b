import { refolded } from '../runner';
import type { CollectionSpec, Correction, DocumentKey, Projection, RecordedFact } from '../runner';
import { refTo } from './event-ref';
import type { Grounded } from './event-ref';

export type EventTypeName = RecordedFact['type'];
export type FactOfType<Type extends EventTypeName> = Extract<RecordedFact, { readonly type: Type }>;

/** An event's part in a document: what becomes of it. Pure, and total: whichever event comes first. */
export type Fold<Document, Type extends EventTypeName> = (
  document: Document,
  event: FactOfType<Type>,
  id: string,
) => Document;

/** A fold that says itself which documents its event touches. */
export interface AddressedFold<Document, Type extends EventTypeName> {
  readonly idsOf: (event: FactOfType<Type>) => readonly string[];
  readonly fold: Fold<Document, Type>;
}

/** One collection of a read model, in the terms of its own documents and of the events it takes. */
export interface Model<Document extends object, Type extends EventTypeName> {
  readonly collection: CollectionSpec;
  /** What becomes of a document by each event; an event that is not named here touches none. */
  readonly takes: {
    readonly [T in Type]: Fold<Document, T> | AddressedFold<Document, T>;
  };
  /** Ids of the documents that an event touches, told from the event alone, unless its fold says them itself. */
  readonly idsOf?: (event: FactOfType<Type>) => readonly string[];
  /** The document before the first event that touches it. */
  readonly begin: (event: FactOfType<Type>, id: string) => Document;
  /** Puts right what follows from the rest of a document, after each change. */
  readonly derive?: (document: Document) => Document;
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

/** What is made of events by their type; of others nothing. */
export type ByType<Result> = {
  readonly [Type in EventTypeName]?: (event: FactOfType<Type>) => Result;
};

export function resultFor<Result>(byType: ByType<Result>, event: RecordedFact): Result | undefined {
  // What is found under the event's type takes events of that type.
  const make = byType[event.type] as ((event: RecordedFact) => Result) | undefined;
  return make?.(event);
}

/** What a projection starts a document with; never stored, as every event that touches one fills it. */
const NOTHING: object = Object.freeze({});

/** In two steps, so that the types of events are read off `takes` and named nowhere else. */
export function modelOf<Document extends object>(): <Type extends EventTypeName>(
  model: Model<Document, Type>,
) => AnyModel {
  return (model) => {
    const { collection, begin, derive = (document: Document) => document } = model;
    const takes = addressed(model);
    const idsOf: AnyModel['idsOf'] = (event) => takes.get(event.type)?.idsOf(event) ?? [];
    const apply: AnyModel['apply'] = (before, event, id) => {
      const taken = takes.get(event.type);
      if (taken === undefined) return before;
      // Takes what it does: its type is among those of `takes`.
      const first = event as Parameters<typeof begin>[0];
      const document = before === NOTHING ? begin(first, id) : (before as Document);
      return grounded(derive(taken.fold(document, event, id)), event);
    };
    return {
      collection,
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
        const corrected = model.correct
          ? model.correct(document as Document, correction, key.id, restated)
          : restated(undefined);
        return corrected && stillGrounded(document, derive(corrected), correction);
      },
    };
  };
}

/** Looked up by the type of an event, and so only ever given events of its own type. */
interface AnyFold<Document> {
  idsOf(event: RecordedFact): readonly string[];
  fold(document: Document, event: RecordedFact, id: string): Document;
}

/** @throws {TypeError} when nobody says which documents an event touches. */
function addressed<Document extends object, Type extends EventTypeName>({
  collection,
  takes,
  idsOf,
}: Model<Document, Type>): ReadonlyMap<string, AnyFold<Document>> {
  const folds = Object.entries<AnyFold<Document> | AnyFold<Document>['fold']>(takes);
  return new Map(
    folds.map(([type, taken]): [string, AnyFold<Document>] => {
      if (typeof taken !== 'function') return [type, taken];
      if (idsOf === undefined) throw new TypeError(`${collection.name}: whom does ${type} touch?`);
      return [type, { idsOf, fold: taken }];
    }),
  );
}

function keysIn(collection: string, ids: readonly string[]): readonly DocumentKey[] {
  return ids.map((id) => ({ collection, id }));
}

/** All that was recorded stays readable: what was withdrawn, and that it was. */
function stillGrounded(before: object, restated: object, correction: Correction): object {
  if (!isGrounded(before)) return restated;
  return { ...restated, events: [...before.events, refTo(correction)] };
}

/** A document that lists the events it rests on lists each that touches it. */
function grounded(document: object, event: RecordedFact): object {
  return isGrounded(document)
    ? { ...document, events: [...document.events, refTo(event)] }
    : document;
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
