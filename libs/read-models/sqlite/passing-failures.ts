import { ReadModelsUnavailable } from '../errors';

/**
 * Results of SQLite that say nothing against what was to be written, with what an operator can do
 * (https://www.sqlite.org/rescode.html). What failed so is tried again, and succeeds once there is room, or the disk is
 * back.
 */
const PASSING: Readonly<Partial<Record<number, string>>> = {
  5: 'another program holds the file',
  6: 'another connection holds the file',
  8: 'the file or its folder is read-only; let the service write there',
  10: 'the disk cannot be read or written; check it, and the file system',
  13: 'the disk is full; free space on it',
  14: 'the file or its folder is gone, or may not be opened',
};

/** Of an extended result code, the kind is in the lowest byte. */
const KIND = 0xff;

/** The error as callers are to see it, naming the file. */
export function passing(error: unknown, path: string): unknown {
  // Told by the code alone: the driver's errors are not instances of the Error of a test's own realm.
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return error;
  const advice = PASSING[Number(error.errcode) & KIND];
  if (advice === undefined) return error;
  const reason = 'message' in error ? String(error.message) : `code ${String(error.errcode)}`;
  return new ReadModelsUnavailable(`${path}: ${reason} (${advice})`, { cause: error });
}
