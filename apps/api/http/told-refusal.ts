import { toApiError } from '../errors/map-error';

/** An error as routes outside GraphQL tell it. */
export interface ToldRefusal {
  readonly body: {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  };
  readonly httpStatus: number;
  readonly httpHeaders: Readonly<Record<string, string>>;
}

/** @param onFailure called with every internal error */
export function toldRefusal(error: unknown, onFailure: (error: unknown) => void): ToldRefusal {
  const { code, message, details, httpStatus, httpHeaders } = toApiError(
    error,
    (errorId, failure) => {
      onFailure(failure instanceof Error ? failure : { errorId });
    },
  );
  return { body: { message, extensions: { code, ...details } }, httpStatus, httpHeaders };
}
