import type { CollectionDefinition, DocumentStore, Ownership } from '#read-models';
import type { EventReference } from './event-reference';
import { KeptNotes } from './kept-notes';

/** An event that a projection could not apply. */
export interface StoppedAt extends EventReference {
  readonly reason: string;
  /** What an operator can do. */
  readonly remedy: string;
}

/** An event that a projection could not apply, and left out as an operator allowed. */
export interface LeftOutEvent extends EventReference {
  /** Why it could not be applied. */
  readonly cause: string;
  /** The operator's. */
  readonly reason: string;
}

/** What is to be known of a projection in one version beside its documents. */
export interface NotesOfVersion {
  readonly leftOut: readonly LeftOutEvent[];
  /** Its documents may hold parts of what it left out: it has to be built anew. */
  readonly mustStartOver?: true;
  /** Where it stopped last; it went on from there if its checkpoint is beyond. */
  readonly stoppedAt?: StoppedAt;
}

const NOTES: CollectionDefinition = { name: 'notes', version: 1, indexes: [] };
const NONE: NotesOfVersion = { leftOut: [] };

/** Notes by the name under which a version is owned. Only its owner changes them. */
export class VersionNotes {
  private readonly notes: KeptNotes<NotesOfVersion>;

  constructor(store: DocumentStore) {
    this.notes = new KeptNotes(store, NOTES);
  }

  async of(version: string): Promise<NotesOfVersion> {
    return (await this.notes.load([version])).get(version) ?? NONE;
  }

  async ofAll(versions: readonly string[]): Promise<ReadonlyMap<string, NotesOfVersion>> {
    return this.notes.load(versions);
  }

  /** @throws {Fenced} */
  async change(
    owner: Ownership,
    change: (before: NotesOfVersion) => NotesOfVersion,
  ): Promise<NotesOfVersion> {
    const after = await this.notes.change(owner.projection, owner, (before) =>
      change(before ?? NONE),
    );
    return after ?? NONE;
  }
}
