import type { FastifyInstance } from 'fastify';
import { validationFailed } from '../errors';
import type { ApiError } from '../errors';
import { refusalOfJson } from './refusal-of-json';

/** The parts of a request that are JSON; the others are texts. */
const JSON_PARTS: ReadonlySet<string> = new Set(['variables', 'extensions']);

/**
 * A question in the address is held to what bodies are held to, and texts in it are composed as those of bodies are.
 * Of every path: a router knows more spellings of one than we do.
 */
export function takeQueryStrings(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ raw }, _, done) => {
    const { url = '' } = raw;
    const at = url.indexOf('?');
    if (at < 0 || at === url.length - 1) {
      done();
      return;
    }
    try {
      const parts = url
        .slice(at + 1)
        .split('&')
        .filter(Boolean)
        .map(readPart);
      raw.url = `${url.slice(0, at)}?${new URLSearchParams(parts).toString()}`;
    } catch (error) {
      done(error as ApiError);
      return;
    }
    done();
  });
}

/** @throws {ApiError} where the part is not what its sender wrote */
function readPart(part: string): [name: string, value: string] {
  const equals = part.includes('=') ? part.indexOf('=') : part.length;
  const name = decoded(part.slice(0, equals), 'query string');
  const value = decoded(part.slice(equals + 1), name);
  const refusal = JSON_PARTS.has(name) ? refusalOfPart(name, value) : undefined;
  if (refusal !== undefined) throw refusal;
  return [name, value];
}

function decoded(text: string, field: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' ')).normalize('NFC');
  } catch {
    const message = 'is not UTF-8, percent-encoded';
    throw validationFailed([{ field, rule: 'isUtf8', message }]);
  }
}

function refusalOfPart(name: string, value: string): ApiError | undefined {
  if (value === '') return undefined;
  try {
    return refusalOfJson(value, JSON.parse(value), name);
  } catch {
    return validationFailed([{ field: name, rule: 'isJson', message: 'is no JSON' }]);
  }
}
