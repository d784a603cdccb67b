import {
  MongoBulkWriteError,
  MongoError,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
  MongoWriteConcernError,
} from 'mongodb';

const DUPLICATE_KEY = 11_000;

/** Of the driver itself, while it waits for a server or after it was closed. */
const AWAY = new Set([
  'MongoWaitQueueTimeoutError',
  'WaitQueueTimeoutError',
  'MongoOperationTimeoutError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoServerClosedError',
  'MongoClientClosedError',
  'MongoStalePrimaryError',
  'MongoExpiredSessionError',
]);

/**
 * Of a server that is starting, stepping down, stopping or cut off from its fellows; and those that say that a write was
 * not confirmed by a majority in time (64, 91), which comes after it was applied.
 */
const AWAY_CODES = new Set([
  6, 7, 24, 50, 64, 89, 91, 112, 133, 134, 175, 189, 234, 262, 9001, 10_107, 11_600, 11_602, 13_435,
  13_436,
]);

/** Whether the store is unavailable or left the outcome of a write unknown, rather than refused it. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof MongoError)) return false;
  if (
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    error instanceof MongoWriteConcernError ||
    AWAY.has(error.name)
  ) {
    return true;
  }
  if (error.hasErrorLabel('RetryableWriteError') || error.hasErrorLabel('RetryableReadError')) {
    return true;
  }
  if (error instanceof MongoBulkWriteError && error.result.getWriteConcernError() !== undefined) {
    return true;
  }
  return error instanceof MongoServerError && AWAY_CODES.has(Number(error.code));
}

export function isDuplicateKey(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}

/** Of a bulk that failed: whether all that could be written was. */
export function isOnlyDuplicateKeys(error: unknown): boolean {
  if (!(error instanceof MongoBulkWriteError)) return false;
  const { writeErrors } = error;
  const errors = Array.isArray(writeErrors) ? writeErrors : [writeErrors];
  return errors.length > 0 && errors.every(({ code }) => code === DUPLICATE_KEY);
}
