import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { openService } from '#composition';
import { LOCAL_OPERATOR } from '../../../apps/api/identity';
import { bundleOfFiles, isComplete, runImport, summaryOf, readBundleFiles } from '#import';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface ImportRequest {
  /** The folder with the tables. */
  readonly bundle: string;
  /** An empty log is made here, and read models beside it. */
  readonly dataDir: string;
}

export interface Imported extends Round {
  readonly rows: number;
  /** The log that the events are in. */
  readonly log: string;
}

/** Takes a bundle as the import command does; the read models follow meanwhile, as always. */
servePart(() => Promise.resolve({ ready: undefined, ask: importInto }));

async function importInto({ bundle, dataDir }: ImportRequest): Promise<Imported> {
  mkdirSync(dataDir, { recursive: true });
  const log = join(dataDir, 'log.db');
  const stores = {
    dataDir,
    eventLogUrl: `sqlite:${log}`,
    readModelsUrl: `sqlite:${join(dataDir, 'views.db')}`,
  };
  const service = await openService(stores, pino({ level: 'error' }));
  try {
    const start = performance.now();
    const report = await runImport(await bundleOfFiles(await readBundleFiles(bundle)), {
      gateway: service.gateway,
      log: service.log,
      models: service.models,
      actor: LOCAL_OPERATOR,
      importId: '5d1f0c1e-3a53-4f0e-9c39-6d2c1f1f6a10',
      dryRun: false,
    });
    const seconds = (performance.now() - start) / 1000;
    if (!isComplete(report)) throw new Error(`Rows were refused:\n${summaryOf(report)}`);
    const units = await service.log.count();
    await service.models.caughtUp();
    return { units, seconds, rows: report.results.length, log };
  } finally {
    await service.close();
  }
}
