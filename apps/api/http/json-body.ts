import type { FastifyInstance, FastifyRequest } from 'fastify';
import { limitExceeded, validationFailed } from '../errors';
import { LIMITS } from '../limits';
import { parseContentType } from './content-type';
import { MediaUnsupported } from './media-unsupported';
import { inspectJson } from './inspect-json';

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
  fastify.addContentTypeParser(JSON_TYPE, { parseAs: 'buffer' }, (request, body, done) => {
    const whole: Done = (error, parsed) => {
      const refusal = error ?? refusalOf(parsed);
      if (refusal === undefined) done(null, parsed);
      else done(refusal);
    };
    try {
      void parseJson(request, textOf(request, body), whole);
    } catch (error) {
      done(error as Error);
    }
  });
}

type Done = (error: Error | null, body?: unknown) => void;

function refusalByHeaders({ headers, url }: FastifyRequest): Error | undefined {
  if (headers.host === undefined && url.startsWith('/graphql')) {
    const message = 'is needed, also with HTTP/1.0';
    return validationFailed([{ field: 'host', rule: 'isDefined', message }]);
  }
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  return encoding === '' || encoding === 'identity'
    ? undefined
    : new MediaUnsupported(`A body encoded as ${encoding} is not read; send it as it is.`);
}

function refusalOf(parsed: unknown): Error | undefined {
  const inspected = inspectJson(parsed, LIMITS);
  switch (inspected.kind) {
    case 'too deep':
      return limitExceeded(
        `The body may nest ${LIMITS.jsonDepth} levels at most.`,
        LIMITS.jsonDepth,
      );
    case 'list too long':
      return limitExceeded(
        `The list ${inspected.path} may have ${LIMITS.listLength} members at most.`,
        LIMITS.listLength,
      );
    case 'within limits': {
      const { malformed } = inspected;
      if (malformed.length === 0) return undefined;
      const message = 'holds half of a surrogate pair, which is no text';
      return validationFailed(malformed.map((field) => ({ field, rule: 'isWellFormed', message })));
    }
  }
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
