import type { ErrorCode } from '../errors';

/** Why a WebSocket is closed by the service: codes of the protocol, of `graphql-transport-ws` and of feeds.md. */
export const CLOSE_CODES = {
  RESTART: 1012,
  TRY_AGAIN_LATER: 1013,
  BAD_REQUEST: 4400,
  UNAUTHENTICATED: 4401,
  FORBIDDEN: 4403,
  INIT_TIMEOUT: 4408,
  SUBSCRIBER_EXISTS: 4409,
  TOO_MANY_INITS: 4429,
  INTERNAL: 4500,
} as const;

export type CloseReason = keyof typeof CLOSE_CODES;

/** What ends the whole connection: nothing else that is asked on it would be answered. */
export function closeReasonOf(code: string): CloseReason | undefined {
  return CLOSING[code];
}

const CLOSING: Readonly<Record<string, CloseReason>> = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
} satisfies Partial<Record<ErrorCode, CloseReason>>;

const NAMES = new Map(Object.entries(CLOSE_CODES).map(([name, code]) => [code as number, name]));

/** For metrics: clients may give any number. */
export function nameOfCloseCode(code: number): string {
  return NAMES.get(code) ?? (code === 1000 || code === 1001 ? 'CLIENT' : 'BROKEN');
}
