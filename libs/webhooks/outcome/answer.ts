/** Why there was no answer. */
export type SendingFailure = 'TIMEOUT' | 'CONNECTION_FAILED' | 'NAME_NOT_FOUND' | 'ADDRESS_REFUSED';

/** What came of sending something once. */
export type Answer =
  | { readonly status: number; readonly retryAfter?: string | undefined }
  | { readonly failure: SendingFailure };

/**
 * TAKEN: it has it. GONE: it wants nothing any more. REFUSED: not this one, which fails for good by itself. FAILED: not
 * now.
 */
export type Meaning = 'TAKEN' | 'GONE' | 'REFUSED' | 'FAILED';

const GONE = 410;
/** Of the client's faults, those that pass by themselves. */
const PASSING: readonly number[] = [408, 425, 429];

/** Without a status there was no answer. */
export function meaningOf({ status }: { readonly status?: number | undefined }): Meaning {
  if (status === undefined) return 'FAILED';
  if (status >= 200 && status < 300) return 'TAKEN';
  if (status === GONE) return 'GONE';
  return status >= 400 && status < 500 && !PASSING.includes(status) ? 'REFUSED' : 'FAILED';
}
