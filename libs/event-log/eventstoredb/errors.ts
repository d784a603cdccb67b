import { LogUnavailable } from '../errors';

/** The connection string cannot be used as it is. */
export class ConnectionStringInvalid extends Error {
  override readonly name = 'ConnectionStringInvalid';
}

/** A call failed; what the store said, or that it said nothing, is the cause. */
export function unavailable(
  doing: string,
  cause: unknown,
  outcome: LogUnavailable['outcome'] = 'not-stored',
): LogUnavailable {
  if (cause instanceof LogUnavailable && cause.outcome === outcome) return cause;
  // Errors of the batch path have an empty message: their type says what they are.
  const { message, type, code } = factsOf(cause);
  const reason = [message, type, code].find((fact) => fact !== undefined && fact !== '');
  return new LogUnavailable(`${doing}: ${reason ?? 'the store gave no reason'}`, outcome, {
    cause,
  });
}

export interface StoreErrorFacts {
  readonly type?: string;
  readonly code?: number;
  readonly message?: string;
}

/** What can be relied on in what the client throws: the names of its errors are all the same. */
export function factsOf(error: unknown): StoreErrorFacts {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  return {
    ...('type' in error && typeof error.type === 'string' && { type: error.type }),
    ...('code' in error && typeof error.code === 'number' && { code: error.code }),
    ...('message' in error && typeof error.message === 'string' && { message: error.message }),
  };
}
