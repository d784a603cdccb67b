import type { FastifyRequest } from 'fastify';
import type { Viewer } from '../access';
import type { OperationTime } from './operation-time';

/** What resolvers know of the request they answer. */
export interface RequestContext extends Viewer {
  readonly req: FastifyRequest;
  readonly time: OperationTime;
}
