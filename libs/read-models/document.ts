/** A document as a read model keeps it: JSON, positions inside it as decimal strings. */
export interface Stored<D> {
  readonly id: string;
  /** Position of the last event applied to it. */
  readonly position: bigint;
  readonly body: D;
}

/**
 * What {@link DocumentCollection.load} answers. A deleted document leaves a tombstone with its position: without it,
 * a replay after a crash would apply the events before the deletion to a fresh document.
 */
export type Loaded<D> = Stored<D | 'deleted'>;

/** Replace a document only if it still is as it was loaded. */
export interface GuardedWrite<D> {
  readonly id: string;
  /** The position that was loaded (a tombstone's too); `'absent'` when nothing was. */
  readonly expected: bigint | 'absent';
  /** Position of the last event applied; becomes the document's. */
  readonly position: bigint;
  readonly body: D | 'deleted';
  /** `JSON.stringify(body)`, if the caller has it already; stored as it is, unchecked. */
  readonly json?: string;
}

/** The bytes of one document, for comparing two stores. */
export interface DumpedDocument {
  readonly id: string;
  readonly position: bigint;
  readonly json: string;
}
