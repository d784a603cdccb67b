import type { CollectionName } from './definition';

/** Documents of one collection that no longer hold the position they were expected to hold. */
export interface Conflict extends CollectionName {
  readonly ids: readonly string[];
}

abstract class ReadModelFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/**
 * Some documents were written by someone else since they were loaded. Of the other documents of the batch any may have
 * been written; the checkpoint was not. Load and apply the batch again.
 */
export class WriteConflict extends ReadModelFailure {
  constructor(readonly conflicts: readonly Conflict[]) {
    super(
      `documents changed since they were loaded: ${conflicts
        .map(
          (conflict) =>
            `${conflict.name} v${conflict.version} [${conflict.ids.slice(0, 5).join(', ')}]`,
        )
        .join('; ')}`,
    );
  }
}

/** The lease has passed to another owner, or was released. Stop: somebody else runs this projection. */
export class Fenced extends ReadModelFailure {
  constructor(
    readonly projection: string,
    readonly epoch: number,
  ) {
    super(`epoch ${epoch} no longer owns projection ${projection}`);
  }
}

/** The query needs an index that is not declared, or is declared but not built yet. */
export class IndexMissing extends ReadModelFailure {
  constructor(
    readonly collection: CollectionName,
    readonly index: string,
    detail: string,
  ) {
    super(`${collection.name} v${collection.version}, index ${index}: ${detail}`);
  }
}

/** The query cannot be asked: a limit, a value or a cursor that does not fit. */
export class QueryRefused extends ReadModelFailure {
  constructor(
    readonly reason: 'limit' | 'value' | 'cursor' | 'combinations',
    detail: string,
  ) {
    super(detail);
  }
}

/** The definition contradicts itself, or the one this version was created with. */
export class DefinitionRefused extends ReadModelFailure {
  constructor(
    readonly collection: CollectionName,
    detail: string,
  ) {
    super(`${collection.name} v${collection.version}: ${detail}`);
  }
}

/** A write that no store could keep: a value that cannot be indexed, an id twice in one batch. */
export class DocumentRefused extends ReadModelFailure {
  constructor(
    readonly collection: CollectionName,
    readonly id: string,
    detail: string,
  ) {
    super(`${collection.name} v${collection.version}, document ${id}: ${detail}`);
  }
}

/** The collection, in this version, was not opened or does not exist. */
export class CollectionUnknown extends ReadModelFailure {
  constructor(readonly collection: CollectionName) {
    super(`there is no collection ${collection.name} v${collection.version}`);
  }
}

/** The version is the one being read. */
export class VersionActive extends ReadModelFailure {
  constructor(readonly collection: CollectionName) {
    super(`${collection.name} v${collection.version} is active; make another version active first`);
  }
}

/**
 * The store does not answer. A pending write may or may not have been stored: the guards detect
 * that when it is retried. Nothing else is wrong, so callers that can wait should retry.
 */
export class ReadModelsUnavailable extends ReadModelFailure {
  constructor(reason: string, options?: ErrorOptions) {
    super(`the read models cannot be reached: ${reason}`, options);
  }
}
