import type { FastifyInstance, FastifyRequest } from 'fastify';
import { validationFailed } from '../errors';
import { parseContentType } from './content-type';
import { MediaUnsupported } from './media-unsupported';
import { refusalOfJson } from './refusal-of-json';
import { takeQueryStrings } from './query-string';

const JSON_TYPE = 'application/json';

/**
 * Bodies are JSON in UTF-8, as they are: what would have to be guessed, or replaced by a character
 * that nobody wrote, is refused before anything is read from it.
 */
export function takeJsonBodies(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addHook('onRequest', (request, reply, done) => {
    const refusal = refusalByHeaders(request);
    if (refusal instanceof MediaUnsupported) reply.header('accept-encoding', 'identity');
    done(refusal);
  });
  takeQueryStrings(fastify);
  fastify.addContentTypeParser(JSON_TYPE, { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const text = textOf(request, body);
      const whole: Done = (error, parsed) => {
        const refusal = error ?? refusalOfJson(text, parsed);
        if (refusal === undefined) done(null, parsed);
        else done(refusal);
      };
      void parseJson(request, text, whole);
    } catch (error) {
      done(error as Error);
    }
  });
}

type Done = (error: Error | null, body?: unknown) => void;

function refusalByHeaders({ headers, url, raw }: FastifyRequest): Error | undefined {
  const isNeeded = raw.httpVersion !== '1.0' || url.startsWith('/graphql');
  if (headers.host === undefined && isNeeded) {
    const message = 'is needed, for /graphql also with HTTP/1.0';
    return validationFailed([{ field: 'host', rule: 'isDefined', message }]);
  }
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  return encoding === '' || encoding === 'identity'
    ? undefined
    : new MediaUnsupported(`A body encoded as ${encoding} is not read; send it as it is.`);
}

function textOf({ headers }: FastifyRequest, body: string | Buffer): string {
  const charset = parseContentType(headers['content-type']).charset ?? 'utf-8';
  if (!['utf-8', 'utf8'].includes(charset)) {
    throw new MediaUnsupported(`A body in ${charset} is not read; send it in UTF-8.`);
  }
  try {
    const text =
      typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body);
    // As texts are recorded: what is asked for is found however its letters were composed.
    return text.normalize('NFC');
  } catch {
    const message = 'is not UTF-8';
    throw validationFailed([{ field: 'body', rule: 'isUtf8', message }]);
  }
}
