import { LogUnavailable } from '../errors';

/** Another process (or another opening in this one) writes this file. */
export class LogOwnedByAnother extends LogUnavailable {
  override readonly name = 'LogOwnedByAnother';

  constructor(readonly path: string) {
    super(
      `The event log ${path} is open for writing elsewhere; one process at a time may write it`,
    );
  }
}

/** The file is missing, damaged, or no event log of a format that this program knows. */
export class LogFileUnusable extends LogUnavailable {
  override readonly name = 'LogFileUnusable';

  constructor(
    readonly path: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`Cannot use ${path} as an event log: ${reason}`, 'not-stored', options);
  }
}
