import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { AccessRecorder } from '#access-records';
import type { Settings } from '#composition';
import { untilPassed } from '#feeds';
import type { Elapsed } from '#feeds';
import type { ProjectedModels } from '#projection-engine';
import { Viewers } from '../access';
import { Authentication } from '../identity';
import { OPERATION_TIMEOUT_MS, PROJECTED_MODELS } from '../injection-tokens';
import { RefusalMetrics } from '../operations/refusal-metrics';
import { WebSocketMetrics } from '../operations/websocket-metrics';
import { PersistedOperations } from '../persisted';
import { RateLimits } from '../rates';
import { GraphqlSockets } from '../websocket';

/** GraphQL over WebSockets, of the parts that answer over HTTP. */
export function socketsOf(
  api: NestFastifyApplication,
  settings: Pick<Settings, 'webSocketConnections' | 'webSocketOperations'>,
  logger: Logger,
  elapsed: Elapsed = untilPassed,
): GraphqlSockets {
  const host = api.get(GraphQLSchemaHost);
  return new GraphqlSockets({
    // It is made when the service begins to listen.
    schema: () => host.schema,
    models: api.get<ProjectedModels>(PROJECTED_MODELS),
    authentication: api.get(Authentication),
    viewers: api.get(Viewers),
    rates: api.get(RateLimits),
    operations: api.get(PersistedOperations),
    operationMs: api.get<number>(OPERATION_TIMEOUT_MS),
    refusals: api.get(RefusalMetrics),
    metrics: api.get(WebSocketMetrics),
    elapsed,
    recorder: api.get(AccessRecorder),
    mostConnections: settings.webSocketConnections,
    mostOperations: settings.webSocketOperations,
    onInternalError: (errorId, error) => {
      logger.error({ errorId, err: error }, 'An operation on a WebSocket failed');
    },
  });
}
