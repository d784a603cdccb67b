import { randomUUID } from 'node:crypto';
import type { Actor } from '#vocabulary';
import type { CommandGateway } from '#commands';
import type { EventLog } from '#event-log';
import type { ProjectedModels } from '#projection-engine';
import type { Bundle } from '../reading/bundle';
import type { ImportReport } from '../report/import-report';
import { runImport } from './import-run';
import type { OutageOptions } from './outages';

/** The service that an import runs on. */
export interface ImportTarget {
  readonly gateway: CommandGateway;
  readonly log: EventLog;
  readonly models: ProjectedModels;
}

export interface BundleTaking extends OutageOptions {
  readonly actor: Actor;
  readonly dryRun: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Runs work on a copy of both stores, which is deleted afterwards. */
export type Rehearse = <T>(work: (target: ImportTarget) => Promise<T>) => Promise<T>;

/** Imports a bundle, or rehearses the import on a copy of both stores. */
export async function takeBundle(
  bundle: Bundle,
  target: ImportTarget,
  { dryRun, ...taking }: BundleTaking,
  rehearse: Rehearse,
): Promise<ImportReport> {
  const options = { ...taking, dryRun, importId: randomUUID() };
  const run = ({ gateway, log, models }: ImportTarget): Promise<ImportReport> =>
    runImport(bundle, { ...options, gateway, log, models });
  return dryRun ? rehearse(run) : run(target);
}
