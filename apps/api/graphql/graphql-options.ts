import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { Inject, Injectable } from '@nestjs/common';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Viewers } from '../access';
import { ApiError, refusedWithStatus } from '../errors';
import { formatErrorWith } from '../errors/map-error';
import { Authentication } from '../identity';
import type { ProjectedModels } from '#projection-engine';
import { LOGGER, PROJECTED_MODELS } from '../injection-tokens';
import { complexityPlugin, depthRule, LIMITS } from '../limits';
import { guardedSchema } from './guarded-schema';
import { leftOutPlugin } from './left-out.plugin';
import type { RequestContext } from './request-context';
import { SCHEMA_OPTIONS } from './schema-options';
import { inTurns } from './in-turns';

type Options = Omit<ApolloDriverConfig, 'driver'>;
type Plugin = NonNullable<Options['plugins']>[number];

// Cache hints would wrap every resolver, and nothing here may be cached on the way. Nest knows
// Apollo's types by another copy of their declarations.
const noCacheHints = ApolloServerPluginCacheControlDisabled() as unknown as Plugin;

@Injectable()
export class GraphQlOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly authentication: Authentication,
    private readonly viewers: Viewers,
    @Inject(PROJECTED_MODELS) private readonly models: ProjectedModels,
  ) {}

  createGqlOptions(): Options {
    return {
      path: '/graphql',
      autoSchemaFile: true,
      buildSchemaOptions: SCHEMA_OPTIONS,
      sortSchema: true,
      // Who may not ask is refused without waiting.
      transformSchema: (schema) => inTurns(guardedSchema(schema)),
      context: (request: FastifyRequest) => this.contextOf(request),
      formatError: formatErrorWith((errorId, error) => {
        this.logger.error({ errorId, err: error }, 'A request failed');
      }),
      autoTransformHttpErrors: false,
      csrfPrevention: true,
      introspection: true,
      graphiql: false,
      persistedQueries: false,
      allowBatchedHttpRequests: false,
      includeStacktraceInErrorResponses: false,
      parseOptions: { maxLexicalTokens: LIMITS.tokens },
      maxRecursiveSelections: true,
      validationRules: [depthRule],
      plugins: [noCacheHints, complexityPlugin, leftOutPlugin(this.models) as unknown as Plugin],
    };
  }

  private async contextOf({ socket, headers }: FastifyRequest): Promise<RequestContext> {
    try {
      const actor = await this.authentication.actorOf({ socket, headers });
      return this.viewers.of(actor);
    } catch (error) {
      throw error instanceof ApiError ? refusedWithStatus(error) : error;
    }
  }
}
