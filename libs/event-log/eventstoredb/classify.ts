import { ErrorType } from '@eventstore/db-client';
import { factsOf } from './errors';

/** What a failed append means for its events. */
export type AppendFailure =
  /** The store says that the stream is elsewhere. */
  | 'wrong-revision'
  | 'too-large'
  /** The store has understood and will never take it. */
  | 'refused'
  /** It did not get as far as the store. */
  | 'not-sent'
  /** The store may have stored it, or may yet. */
  | 'unknown';

const UNAUTHENTICATED = 16;
const PERMISSION_DENIED = 7;

/** By `type` or `code`: a store that is down answers a batch append with a bare error of gRPC, without a type. */
export function classifyAppend(error: unknown): AppendFailure {
  const { type, code } = factsOf(error);
  switch (type) {
    case ErrorType.WRONG_EXPECTED_VERSION:
      return 'wrong-revision';
    case ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED:
      return 'too-large';
    case ErrorType.STREAM_DELETED:
    case ErrorType.ACCESS_DENIED:
    case ErrorType.INVALID_ARGUMENT:
      return 'refused';
    case undefined:
      // Only what precedes the append fails so: finding a server, asking what it supports.
      return code === UNAUTHENTICATED || code === PERMISSION_DENIED ? 'refused' : 'not-sent';
    default:
      return code === PERMISSION_DENIED ? 'refused' : 'unknown';
  }
}

/** The user of the connection may not do this. */
export function isAccessDenied(error: unknown): boolean {
  return factsOf(error).type === ErrorType.ACCESS_DENIED;
}

/** Of a read: there is no such stream, which is no failure. */
export function isNoStream(error: unknown): boolean {
  return factsOf(error).type === ErrorType.STREAM_NOT_FOUND;
}

/** Of a read: the stream was there, and its administrator put a tombstone in its place. */
export function isTombstoned(error: unknown): boolean {
  return factsOf(error).type === ErrorType.STREAM_DELETED;
}

/** Of a read of everything: perhaps the position is not where a record begins. */
export function mayBeNoBoundary(error: unknown): boolean {
  const { type, code } = factsOf(error);
  return type === ErrorType.UNKNOWN && code === 2;
}

/** Whether asking again could help: an answer that says no stays one. */
export function isLasting(error: unknown): boolean {
  return (
    isAccessDenied(error) || mayBeNoBoundary(error) || isNoStream(error) || isTombstoned(error)
  );
}
