import 'reflect-metadata';
import { join } from 'node:path';
import { createLogger, DEFAULT_LIMITS, openService, TOKEN_MAX_AGE_SECONDS } from '#composition';
import { createApi } from '../../../apps/api/composition';
import { servePart } from './serve-part';
import type { Serving } from './serving';

export interface ServiceOptions {
  /** With a log that was made before. */
  readonly dataDir: string;
  /** So many WebSockets at a time, all from here. */
  readonly subscribers?: number;
}

/** The service as it is started, logs and metrics included, on a free port. */
servePart(async ({ dataDir, subscribers = 0 }: ServiceOptions) => {
  const settings = {
    dataDir,
    eventLogUrl: `sqlite:${join(dataDir, 'log.db')}`,
    readModelsUrl: `sqlite:${join(dataDir, 'views.db')}`,
    keysDir: join(dataDir, 'keys'),
    localOperator: true,
    tokenMaxAgeSeconds: TOKEN_MAX_AGE_SECONDS,
    commandTimeoutMs: 10_000,
    feedHeartbeatMs: 15_000,
    limits: {
      ...DEFAULT_LIMITS,
      connectionsPerAddress: DEFAULT_LIMITS.connectionsPerAddress + subscribers,
    },
    webSocketOperations: 50,
    webSocketConnections: 20 + subscribers,
    ledger: { isPublic: false, witnesses: [] },
    accessRecords: { days: 3_650 },
    webhooks: { retriesMs: [], allowHttp: false, allowedHosts: [] },
  };
  const logger = createLogger({ logLevel: 'info' });
  const service = await openService(settings, logger);
  const api = await createApi(service, settings, logger);
  await api.listen(0, '127.0.0.1');
  await service.models.caughtUp();
  const ready: Serving = { url: `${await api.getUrl()}/graphql` };
  return {
    ready,
    // Between two rounds: what one round has recorded is projected before the next begins.
    ask: () => service.models.caughtUp(),
    close: async () => {
      await api.close();
      await service.close();
    },
  };
});
