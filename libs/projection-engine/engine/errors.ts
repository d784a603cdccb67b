import { isOfNewerProgram, LogUnavailable } from '#event-log';
import type { RecordedEvent } from '#event-log';
import { ReadModelsUnavailable } from '#read-models';
import { SubjectKeysUnavailable } from '#vocabulary';
import { referenceTo, withoutData } from './event-reference';
import type { StoppedAt } from './version-notes';

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

/**
 * A projection cannot apply an event; it applied everything before it, and nothing after. The message names the event and
 * what to do, and holds nothing of what the event tells.
 */
export class EventNotApplied extends Error {
  override readonly name = 'EventNotApplied';
  readonly at: StoppedAt;

  constructor(event: RecordedEvent, cause: unknown) {
    const { id, type, stream, revision, position, data } = event;
    const isNewer = isOfNewerProgram(cause);
    const told = cause instanceof Error ? cause.message : String(cause);
    const reason = isNewer ? told : withoutData(told, data);
    const remedy = isNewer ? UPGRADE : REPORT;
    const place = `stream ${stream}, revision ${revision}, position ${position}`;
    super(`${type} ${id} (${place}) cannot be applied: ${reason}. ${remedy}`);
    this.at = { ...referenceTo(event), reason, remedy };
    const [, ...calls] = stackOf(cause).split(/^(?= +at )/m);
    this.stack = `${this.name}: ${this.message}\n${calls.join('')}`;
  }
}

const PARK = 'or go on without it: `npm run rebuild -- park --event ID --reason TEXT`';
const UPGRADE = `A newer version of this program recorded it: upgrade this program, ${PARK}`;
const REPORT = `Report it and run a version that can apply it, ${PARK}`;

function stackOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? '') : '';
}

/** What a projection left out may be in its documents in part: they have to be made anew. */
export class MustStartOver extends Error {
  override readonly name = 'MustStartOver';
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
    error instanceof ReadModelsUnavailable ||
    error instanceof SubjectKeysUnavailable
  );
}
