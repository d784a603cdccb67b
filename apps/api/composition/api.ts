import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { Service, ServiceSettings, Settings } from '#composition';
import { NestLog } from '#operations';
import { ApiModule } from '../api.module';
import { Authentication } from '../identity';
import { serveImports } from '../imports/import.route';
import { readInWorker, takeBundle } from '#import';
import { ServiceKeys } from '../keys';
import { LIMITS } from '../limits';
import { watchRequests } from '../operations/request-log';
import { rehearsalOf } from './rehearsing';

export type ApiSettings = ServiceSettings & Pick<Settings, 'keysDir' | 'localOperator'>;

/** The service's interface to the outside, not listening yet. */
export async function createApi(
  service: Service,
  settings: ApiSettings,
  logger: Logger,
): Promise<NestFastifyApplication> {
  // While it closes, what comes on connections that are still open is answered like everything.
  const adapter = new FastifyAdapter({
    bodyLimit: LIMITS.bodyBytes,
    requestTimeout: LIMITS.requestMs,
    return503OnClosing: false,
  });
  const api = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forService(service, { ...settings, keys: new ServiceKeys(settings.keysDir) }, logger),
    adapter,
    // Fastify's own parser is quicker, and takes JSON only.
    { bodyParser: false, logger: new NestLog(logger), abortOnError: false },
  );
  watchRequests(api, logger);
  serveImports(adapter.getInstance(), {
    authentication: api.get(Authentication),
    read: (body, signal) => readInWorker({ kind: 'request', body }, signal),
    take: (bundle, taking) => takeBundle(bundle, service, taking, rehearsalOf(settings, logger)),
    onFailure: (error) => {
      logger.error({ err: error }, 'An import failed');
    },
  });
  return api;
}
