import { Catch, HttpException, Inject } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { ApiError, limitExceeded } from '../errors';
import { toApiError } from '../errors/map-error';
import { LOGGER } from '../injection-tokens';
import { discardBody } from './discard-body';

/** Errors outside GraphQL, in the same words and form as those inside. */
@Catch()
export class EveryError implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    // Errors of resolvers are formatted where all of GraphQL's are.
    if (host.getType<string>() === 'graphql') throw thrown;
    const status = statusOf(thrown);
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { bodyLimit } = request.routeOptions;
    const { code, message, details, httpHeaders } = this.described(thrown, status, bodyLimit);
    if (status === 413) await discardBody(request.raw);
    reply.headers(httpHeaders);
    await reply.status(status).send({ errors: [{ message, extensions: { code, ...details } }] });
  }

  private described(thrown: unknown, status: number, bodyLimit: number): ApiError {
    if (thrown instanceof ApiError) return thrown;
    switch (status) {
      case 404:
        return new ApiError('NOT_FOUND', 'Nothing exists at this address.');
      case 413:
        return limitExceeded(`A request may have ${bodyLimit} bytes at most.`, bodyLimit);
      default:
        return status >= 500
          ? toApiError(thrown, (errorId, error) =>
              this.logger.error({ errorId, err: error }, 'Failed'),
            )
          : new ApiError('VALIDATION_FAILED', wordsOf(thrown), { fields: [] });
    }
  }
}

function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (thrown instanceof ApiError) return thrown.httpStatus;
  // Fastify's own errors say their status; the words of those below 500 are for the client.
  const isFastifys = thrown instanceof Error && 'statusCode' in thrown;
  return isFastifys && typeof thrown.statusCode === 'number' ? thrown.statusCode : 500;
}

function wordsOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : 'The request cannot be understood.';
}
