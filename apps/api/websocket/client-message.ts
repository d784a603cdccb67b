import { REASON_HEADER } from '../access-records/reason';
import { ApiError, validationFailed } from '../errors';
import type { InvalidField } from '../errors';
import { refusalOfJson } from '../http/refusal-of-json';

/** A name of an operation that is repeated in each of its messages. */
const LONGEST_ID = 200;

const TYPES: ReadonlySet<unknown> = new Set([
  'connection_init',
  'ping',
  'pong',
  'subscribe',
  'complete',
]);

/** What a client sent, as far as it decides what becomes of it. */
export type ClientMessage =
  | { readonly kind: 'invalid' }
  | { readonly kind: 'other'; readonly text: string }
  | { readonly kind: 'complete'; readonly text: string; readonly id: string }
  | {
      readonly kind: 'subscribe';
      readonly text: string;
      readonly id: string;
      /** What is to be said against it: it is held to what bodies are held to. */
      readonly refusal?: ApiError;
    };

/** Texts are composed as those of bodies are. */
export function readClientMessage(sent: string): ClientMessage {
  const text = sent.normalize('NFC');
  const message = parsed(text);
  if (!TYPES.has(message?.type)) return { kind: 'invalid' };
  const refusal = refusalOfJson(text, message);
  const { type, id } = message ?? {};
  if (type !== 'subscribe' && type !== 'complete') {
    return refusal === undefined ? { kind: 'other', text } : { kind: 'invalid' };
  }
  if (typeof id !== 'string' || id.length > LONGEST_ID) return { kind: 'invalid' };
  if (type === 'complete') {
    return refusal === undefined ? { kind: 'complete', text, id } : { kind: 'invalid' };
  }
  return { kind: 'subscribe', text, id, ...(refusal && { refusal: asOfBody(refusal) }) };
}

/** Around the operation, which over HTTP is the body. */
const WRAPPING = /\bpayload\./;

/** Fields are named as over HTTP. */
function asOfBody({ code, message, details }: ApiError): ApiError {
  const { fields } = details as { readonly fields?: readonly InvalidField[] };
  if (fields === undefined) return new ApiError(code, message.replace(WRAPPING, ''), details);
  return validationFailed(
    fields.map(({ field, ...rest }) => ({ ...rest, field: field.replace(WRAPPING, '') })),
  );
}

interface Parsed {
  readonly type?: unknown;
  readonly id?: unknown;
}

function parsed(text: string): Parsed | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Who asks, in which role, and why: said in `connectionParams` as in the headers of a request. */
export function headersIn(params: unknown): Readonly<Record<string, string>> {
  if (typeof params !== 'object' || params === null) return {};
  const named = Object.entries(params).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(
    named
      .filter(([name]) => ['authorization', 'x-acting-as', REASON_HEADER].includes(name))
      // What is no text is no token: refused as such, not taken for none.
      .map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
}
