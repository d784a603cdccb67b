import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain';
import type { CommandGateway } from '#commands';
import type { EventLog } from '#event-log';
import type { Bundle } from './bundle';
import type { ImportReport } from './import-report';
import { runImport } from './import-run';
import { onCopyOf } from './rehearsal';
import type { StoreUrls } from './rehearsal';

/** What an import runs on. */
export interface ImportTarget {
  readonly gateway: CommandGateway;
  readonly log: EventLog;
}

export interface BundleTaking {
  readonly actor: Actor;
  readonly dryRun: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

export interface Rehearsing {
  readonly stores: StoreUrls;
  /** Opens the same parts on other stores, for as long as `work` runs. */
  readonly open: <T>(stores: StoreUrls, work: (target: ImportTarget) => Promise<T>) => Promise<T>;
}

/** Takes a bundle for good, or rehearses it on a copy of everything. */
export async function takeBundle(
  bundle: Bundle,
  target: ImportTarget,
  { actor, dryRun, onProgress }: BundleTaking,
  { stores, open }: Rehearsing,
): Promise<ImportReport> {
  const options = { actor, dryRun, onProgress, importId: randomUUID() };
  const run = ({ gateway, log }: ImportTarget): Promise<ImportReport> =>
    runImport(bundle, { ...options, gateway, log });
  return dryRun ? onCopyOf(stores, (copy) => open(copy, run)) : run(target);
}
