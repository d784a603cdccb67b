import type { FastifyInstance, FastifyRequest } from 'fastify';
import { limitExceeded, validationFailed } from '../errors';
import { LIMITS } from '../limits';
import { parseContentType } from './content-type';
import { MediaUnsupported } from './media-unsupported';
import { inspectTexts } from './texts-of-json';

const JSON_TYPE = 'application/json';

/**
 * Bodies are JSON in UTF-8, as they are: what would have to be guessed, or replaced by a character
 * that nobody wrote, is refused before anything is read from it.
 */
export function takeJsonBodies(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.headers.host === undefined && request.url.startsWith('/graphql')) {
      const message = 'is needed, also with HTTP/1.0';
      return done(validationFailed([{ field: 'host', rule: 'isDefined', message }]));
    }
    const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? '';
    if (encoding === '' || encoding === 'identity') return done();
    reply.header('accept-encoding', 'identity');
    return done(
      new MediaUnsupported(`A body encoded as ${encoding} is not read; send it as it is.`),
    );
  });
  fastify.addContentTypeParser(JSON_TYPE, { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const text = textOf(request, body);
      parseJson(request, text, (error, parsed) => {
        if (error !== null) return done(error);
        return checked(parsed, done);
      });
    } catch (error) {
      done(error as Error);
    }
  });
}

type Done = (error: Error | null, body?: unknown) => void;

function checked(parsed: unknown, done: Done): void {
  const found = inspectTexts(parsed, LIMITS.jsonDepth);
  if (found === 'too deep') {
    const limit = LIMITS.jsonDepth;
    return done(limitExceeded(`The body may nest ${limit} levels at most.`, limit));
  }
  if (found.length === 0) return done(null, parsed);
  const message = 'holds half of a surrogate pair, which is no text';
  return done(validationFailed(found.map((field) => ({ field, rule: 'isWellFormed', message }))));
}

function textOf({ headers }: FastifyRequest, body: string | Buffer): string {
  const charset = parseContentType(headers['content-type']).charset ?? 'utf-8';
  if (!['utf-8', 'utf8'].includes(charset)) {
    throw new MediaUnsupported(`A body in ${charset} is not read; send it in UTF-8.`);
  }
  if (typeof body === 'string') return body;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    const message = 'is not UTF-8';
    throw validationFailed([{ field: 'body', rule: 'isUtf8', message }]);
  }
}
