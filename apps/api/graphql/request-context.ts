import type { FastifyRequest } from 'fastify';
import type { Viewer } from '../access';

/** What resolvers know of the request they answer. */
export interface RequestContext extends Viewer {
  readonly req: FastifyRequest;
}
