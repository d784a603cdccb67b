import type { FastifyRequest } from 'fastify';
import type { Actor } from '#vocabulary';
import type { Sight } from '../access';
import type { RequestLoaders } from '../queries/shared/request-loaders';

/** What resolvers know of the request they answer. */
export interface RequestContext {
  readonly req: FastifyRequest;
  readonly actor: Actor;
  readonly loaders: RequestLoaders;
  /** What the actor sees. */
  readonly sight: Sight;
}
