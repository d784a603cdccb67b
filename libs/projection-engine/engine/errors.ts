import { LogUnavailable } from '#event-log';
import { ReadModelsUnavailable } from '#read-models';

/** A read model is being built and cannot be read yet. */
export class ModelNotReady extends Error {
  override readonly name = 'ModelNotReady';

  constructor(readonly projection: string) {
    super(`The read model ${projection} is being built`);
  }
}

/** An event is missing from a stream: nothing after it may be applied. */
export class StreamGap extends Error {
  override readonly name = 'StreamGap';

  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly found: number,
  ) {
    super(`Stream ${stream} goes on at revision ${found}; revision ${expected} never came`);
  }
}

/** The log stopped delivering: most likely it was closed while projections followed it. */
export class LogSilent extends Error {
  override readonly name = 'LogSilent';

  constructor() {
    super('The log ended the subscription that the projections follow');
  }
}

/**
 * The read model counts events that the log does not hold: the log was restored from an older
 * copy, migrated, or is another one.
 */
export class MadeFromAnotherLog extends Error {
  override readonly name = 'MadeFromAnotherLog';

  constructor(readonly position: bigint) {
    super(
      `The read model counts events up to position ${position}, and the log holds no such event there: ` +
        'it was made from another log, or from one that went further. Delete the read models; they are built anew',
    );
  }
}

/** Nothing is wrong with what was asked: a store is away, or a read model is behind or being built. */
export function isAbsence(error: unknown): error is Error {
  return (
    error instanceof LogUnavailable ||
    error instanceof ModelNotReady ||
    error instanceof ReadModelsUnavailable
  );
}
