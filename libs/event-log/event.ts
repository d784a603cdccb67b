import type { Position } from './position';

/** A UUID in lower case. */
export type EventId = string;

/** Not empty and not starting with `$`, which stores keep for themselves. */
export type StreamId = string;

/** Who recorded the event, in which role, for which organisation. */
export interface Actor {
  readonly id: string;
  readonly role: string;
  readonly organisation: string;
}

/** The document that a fact rests on. */
export interface LegalBasis {
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly issuer: string;
  readonly title?: string;
}

/** A file that supports a fact: kept elsewhere, named here by its content. */
export interface Evidence {
  readonly sha256: string;
  readonly kind: string;
  readonly name: string;
}

/** What the event concerns, as things stood when it was decided; later changes of the tree do not alter it. */
export interface Tags {
  /** The subject first, then the others concerned, with their ancestors at that time. */
  readonly organisations: readonly string[];
  readonly members: readonly string[];
  readonly cases: readonly string[];
}

/** The row of a file that an imported event came from. */
export interface ImportSource {
  readonly kind: 'IMPORT';
  readonly importId: string;
  readonly file: string;
  readonly row: number;
  readonly key: string;
  readonly digest: string;
}

export interface EventMetadata {
  /** When the fact was true, as the user said: RFC 3339. */
  readonly effectiveAt: string;
  readonly actor: Actor;
  readonly onBehalfOf?: Actor;
  readonly commandId: string;
  /** Of the command's content: tells a repetition from another command under the same id. */
  readonly commandDigest?: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly legalBasis?: readonly LegalBasis[];
  readonly evidence?: readonly Evidence[];
  readonly reason?: string;
  readonly tags: Tags;
  readonly source?: ImportSource;
  /** The position, in decimal, up to which the decision had read other streams. */
  readonly readThrough?: string;
}

/** An event to append. `data` and `metadata` are JSON values: they come back as JSON gives them back. */
export interface NewEvent<T extends string = string, D = unknown> {
  readonly id: EventId;
  readonly type: T;
  /** The version of the shape of `data`, from 1. */
  readonly schemaVersion: number;
  readonly data: D;
  readonly metadata: EventMetadata;
}

export interface RecordedEvent<T extends string = string, D = unknown> extends NewEvent<T, D> {
  readonly stream: StreamId;
  /** The place in its stream, from 0, without gaps. */
  readonly revision: number;
  readonly position: Position;
  /** When the log recorded it: RFC 3339, UTC, milliseconds; never decreasing along the log. */
  readonly recordedAt: string;
  /** Only on an event that was upcast: the schema version that the log holds. */
  readonly storedSchemaVersion?: number;
}
