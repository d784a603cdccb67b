import { join } from 'node:path';
import { readInWorker, takeBundle } from '#import';
import { idleMsOf } from '../http/server-options';
import { Authentication } from '../identity';
import { serveImports } from '../imports/import.route';
import { RefusalMetrics } from '../operations/refusal-metrics';
import { RateLimits } from '../rates';
import type { CreatedApi } from './created-api';
import { httpTimesOf } from './http-times';
import { rehearsalOf } from './rehearsing';

/** The import over HTTP. */
export function serveBundles({ api, service, settings, logger }: CreatedApi): void {
  serveImports(api.getHttpAdapter().getInstance(), {
    authentication: api.get(Authentication),
    rates: api.get(RateLimits),
    refusals: api.get(RefusalMetrics),
    idleMs: idleMsOf(httpTimesOf(settings)),
    folder: join(settings.dataDir, 'imports'),
    read: (path, signal) => readInWorker({ kind: 'request', path }, signal),
    take: (bundle, taking) => takeBundle(bundle, service, taking, rehearsalOf(settings, logger)),
    onFailure: (error) => {
      logger.error({ err: error }, 'An import failed');
    },
  });
}
