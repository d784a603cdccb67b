import type { DomainEvent, FactCorrected } from '#domain';
import type { EventLog, RecordedEvent } from '#event-log';
import type { IndexDefinition, Term } from '#read-models';

/** Any event of the domain, as recorded. */
export type RecordedFact = {
  [Type in DomainEvent['type']]: RecordedEvent<
    Type,
    Extract<DomainEvent, { readonly type: Type }>['data']
  >;
}[DomainEvent['type']];

/** The correction of a fact, together with what its stream told before it. */
export interface Correction extends RecordedEvent<'FactCorrected', FactCorrected['data']> {
  /** The wrong event. */
  readonly withdrawn: RecordedFact;
  /** What stands of the stream without it, in order. */
  readonly standing: readonly RecordedFact[];
}

/** Whatever the log tells projections. */
export type LoggedFact = RecordedFact | Correction;

export interface DocumentKey {
  readonly collection: string;
  readonly id: string;
}

export interface CollectionSpec {
  readonly name: string;
  readonly indexes: readonly IndexDefinition[];
}

/** What finds the events of the log again, where a read model points into it. */
export interface PostingsSpec {
  readonly name: string;
  /** What an event is found by; told from the event alone. */
  readonly termsOf: (event: LoggedFact) => readonly Term[];
}

/**
 * A read model as a pure function of the log (architecture, decision 6). `keysOf` tells from the
 * event alone which documents it touches; `apply` folds it into one of them and must not change
 * its input. A change of either, or of a collection's indexes, needs a new `version`.
 */
export interface Projection {
  readonly name: string;
  readonly version: number;
  /** Written in this order: after a crash, an earlier one may be ahead of a later one, never behind. */
  readonly collections: readonly CollectionSpec[];
  /** Beside its documents, or instead of any. */
  readonly postings?: PostingsSpec;
  /** What it is instead where events are asked over a network; of the same name and version. */
  readonly forLogsAfar?: Projection;
  keysOf(event: RecordedFact): readonly DocumentKey[];
  initial(key: DocumentKey): object;
  apply(document: object, event: RecordedFact, key: DocumentKey): object;
  /** Documents that a correction changes; without this, those that the wrong event touched. */
  keysOfCorrection?(correction: Correction): readonly DocumentKey[];
  /**
   * The document as if the wrong event had never been folded into it, `undefined` when nothing is left of it. Without
   * this, a document is taken to come of one stream alone, and is folded anew from what stands of it.
   */
  correct?(
    document: object | undefined,
    correction: Correction,
    key: DocumentKey,
  ): object | undefined;
  /** Every event makes documents of its own: they are inserted without looking for them first. */
  readonly insertOnly?: boolean;
  /**
   * Tells the last event folded into a document whose position a roll-up may have raised above it. Without
   * this, events at or below a document's position are taken to have been folded into it.
   */
  foldedThrough?(document: object, position: bigint): bigint;
  /**
   * Carries what one event changed in a document into others, right after it was folded. Those must be in
   * collections declared before that of the document, and know themselves the last event carried into them: after
   * a crash they may have seen it, and never lack one that the document has.
   */
  carry?(change: FoldedChange, workspace: Workspace): Promise<void> | undefined;
  /** Documents that an event will be carried into, told from the event alone: fetched with the others of a batch. */
  alsoReads?(event: LoggedFact): readonly DocumentKey[];
  /**
   * Whether an event is folded and rolled up by itself, wherever batches are cut: for projections that tell what came of
   * it alone. Asked before it is folded, and after everything before it was.
   */
  standsAlone?(event: LoggedFact, workspace: Workspace): Promise<boolean>;
  /**
   * Carries what changed below upwards, after each batch and within its commit (decision 11).
   */
  rollUp?(touched: readonly DocumentKey[], workspace: Workspace, folded: Folded): Promise<void>;
}

/** A document before and after one event; `undefined` where there was none, or is none any more. */
export interface FoldedChange {
  readonly event: LoggedFact;
  readonly key: DocumentKey;
  readonly before: object | undefined;
  readonly after: object | undefined;
}

/** What was folded since the last roll-up. */
export interface Folded {
  /** Position of the last event. */
  readonly through: bigint;
  /** The only event, when it stands alone. */
  readonly alone?: LoggedFact;
}

/** The documents of one projection while a batch is folded: loaded on demand, written together. */
export interface Workspace {
  read(key: DocumentKey): Promise<Held | undefined>;
  /** Fetches many at once, so that later reads are free. */
  prefetch(keys: readonly DocumentKey[]): Promise<void>;
  /** For a document that was read before. Its position never goes back: it keeps the highest it was given. */
  write(key: DocumentKey, body: object, position: bigint): void;
  remove(key: DocumentKey): void;
}

export interface Held {
  readonly body: object;
  /** Of the last event that counted for this document. */
  readonly position: bigint;
}

/** What readers of a projection see is shown, dropped and built under these names, together. */
export function collectionNames({
  collections,
  postings,
}: Pick<Projection, 'collections' | 'postings'>): readonly string[] {
  const names = collections.map(({ name }) => name);
  return postings === undefined ? names : [...names, postings.name];
}

/** The projections as they are for a log: some keep more where it is far away. */
export function projectionsFor(
  log: Pick<EventLog, 'isNear'>,
  projections: readonly Projection[],
): readonly Projection[] {
  if (log.isNear) return projections;
  return projections.map((projection) => projection.forLogsAfar ?? projection);
}
