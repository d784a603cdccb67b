import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { Inject, Injectable } from '@nestjs/common';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AccessRecorder } from '#access-records';
import { Viewers } from '../access';
import { reasonIn } from '../access-records/reason';
import { ApiError, refusedWithStatus } from '../errors';
import { formatErrorWith } from '../errors/map-error';
import { Authentication } from '../identity';
import type { ProjectedModels } from '#projection-engine';
import { LOGGER, OPERATION_TIMEOUT_MS, PROJECTED_MODELS } from '../injection-tokens';
import { RefusalMetrics } from '../operations/refusal-metrics';
import { PersistedOperations } from '../persisted';
import { costOfText, RateLimits } from '../rates';
import { complexityPlugin, depthRule, LIMITS } from '../limits';
import { answeredAsOf, Moments } from '../as-of';
import { ReadModels, Timelines } from '../queries/shared';
import { guardedSchema } from './guarded-schema';
import { introspectionPlugin } from './introspection.plugin';
import { leftOutPlugin } from './left-out.plugin';
import { OperationTime } from './operation-time';
import { refusalsPlugin } from './refusals.plugin';
import type { AskedContext } from './request-context';
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
    private readonly rates: RateLimits,
    private readonly operations: PersistedOperations,
    private readonly refusals: RefusalMetrics,
    @Inject(OPERATION_TIMEOUT_MS) private readonly timeoutMs: number,
    @Inject(PROJECTED_MODELS) private readonly models: ProjectedModels,
    private readonly moments: Moments,
    private readonly readModels: ReadModels,
    private readonly timelines: Timelines,
    private readonly recorder: AccessRecorder,
  ) {}

  createGqlOptions(): Options {
    return {
      path: '/graphql',
      autoSchemaFile: true,
      buildSchemaOptions: SCHEMA_OPTIONS,
      sortSchema: true,
      // Who may not ask is refused without waiting.
      transformSchema: (schema) => {
        this.operations.requireValidIn(schema);
        const { moments, readModels, timelines } = this;
        return inTurns(guardedSchema(answeredAsOf(schema, { moments, readModels, timelines })));
      },
      context: (request: FastifyRequest) => this.contextOf(request),
      formatError: formatErrorWith((errorId, error) => {
        this.logger.error({ errorId, err: error }, 'A request failed');
      }),
      autoTransformHttpErrors: false,
      csrfPrevention: true,
      introspection: true,
      graphiql: false,
      persistedQueries: this.persistedQueries(),
      allowBatchedHttpRequests: false,
      includeStacktraceInErrorResponses: false,
      parseOptions: { maxLexicalTokens: LIMITS.tokens },
      maxRecursiveSelections: true,
      validationRules: [depthRule],
      // One more says that there are more.
      validationOptions: { maxErrors: LIMITS.errors - 1 },
      plugins: [
        noCacheHints,
        complexityPlugin(this.rates),
        refusalsPlugin(this.refusals) as unknown as Plugin,
        introspectionPlugin(this.operations) as unknown as Plugin,
        leftOutPlugin(this.models) as unknown as Plugin,
      ],
    };
  }

  private persistedQueries(): NonNullable<Options['persistedQueries']> {
    const cache = this.operations.store;
    return cache !== undefined && { cache };
  }

  private async contextOf(req: FastifyRequest): Promise<AskedContext> {
    try {
      const { socket, headers } = req;
      const actor = await this.authentication.actorOf({ socket, headers });
      const text = textOf(req);
      // Before the text is parsed: that is work as well, and more of it for what is not valid.
      this.rates.take(actor, costOfText(text));
      this.operations.requireAllowed(actor, text);
      const viewer = this.viewers.of(actor, reasonIn(headers));
      const time = new OperationTime(this.timeoutMs);
      return { ...viewer, time, recorder: this.recorder };
    } catch (error) {
      throw error instanceof ApiError ? refusedWithStatus(error) : error;
    }
  }
}

/** The operation as the request has it; undefined where it only names one. */
function textOf({ method, query, body }: FastifyRequest): string | undefined {
  const asked: unknown = method === 'GET' ? query : body;
  if (typeof asked !== 'object' || asked === null || !('query' in asked)) return undefined;
  return typeof asked.query === 'string' && asked.query !== '' ? asked.query : undefined;
}
