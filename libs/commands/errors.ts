import type { Refusal } from '#domain';
import type { RecordedEvent } from '#event-log';

/** A rule of the domain forbids it; nothing was recorded. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';

  constructor(
    readonly refusal: Refusal,
    /** Which of the commands given together. */
    readonly commandId?: string,
  ) {
    super(refusal.message);
  }
}

/** Others recorded something in between, again and again, or something the sender had not seen. */
export class CommandConflict extends Error {
  override readonly name = 'CommandConflict';

  constructor(
    readonly stream: string,
    readonly conflictingEvents: readonly RecordedEvent[],
  ) {
    super(`Other events were recorded in ${stream} in the meantime.`);
  }
}

/** The id was used before, for another command. */
export class CommandIdReused extends Error {
  override readonly name = 'CommandIdReused';

  constructor(readonly commandId: string) {
    super('The command id was used before, for a command with other content.');
  }
}

/** A row that was imported before has other content now. */
export class RowChanged extends Error {
  override readonly name = 'RowChanged';

  constructor(readonly key: string) {
    super('The row was imported before with other content.');
  }
}
