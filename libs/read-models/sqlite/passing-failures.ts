import { ReadModelsUnavailable } from '../errors';

/**
 * Results of SQLite that say nothing against what was to be written: busy, locked, input or output failed, disk full,
 * file not to be opened (https://www.sqlite.org/rescode.html). What failed so is tried again, and succeeds once there is
 * room, or the disk is back.
 */
const PASSING = new Set([5, 6, 10, 13, 14]);

/** Of an extended result code, the kind is in the lowest byte. */
const KIND = 0xff;

/** The error as callers are to see it. */
export function passing(error: unknown): unknown {
  // Told by the code alone: the driver's errors are not instances of the Error of a test's own realm.
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return error;
  if (!PASSING.has(Number(error.errcode) & KIND)) return error;
  const reason = 'message' in error ? String(error.message) : `code ${String(error.errcode)}`;
  return new ReadModelsUnavailable(reason, { cause: error });
}
