import 'reflect-metadata';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import {
  complain,
  createLogger,
  isEventStoreDb,
  openService,
  readSettings,
  reasonOf,
  say,
  terminalCommand,
} from '#composition';
import type { Service } from '#composition';
import { LogOwnedByAnother } from '#event-log/sqlite';
// Not through the index of the composition: that would load the whole interface for nothing.
import { rehearsalOf } from './composition/rehearsing';
import { announcedAddress, livingService } from './composition/service-address';
import { LOCAL_OPERATOR } from './identity';
import { ServiceRefused, sendBundle } from './imports/send-bundle';
import type { WhileImporting } from './imports/send-bundle';
import {
  BundleUnreadable,
  isComplete,
  reportAsCsv,
  summaryOf,
  readBundleFiles,
  readInWorker,
  takeBundle,
  writeReport,
} from '#import';
import type { BundleFile, ImportReport } from '#import';

interface Flags {
  readonly dryRun?: true;
  readonly url?: string;
  readonly token?: string;
}

/** Every row was recorded or already there. */
const COMPLETE = 0;
/** Some rows were refused; the report says which. */
const INCOMPLETE = 1;
/** Nothing could be imported at all. */
const NOT_POSSIBLE = 2;

async function importBundle(path: string, flags: Flags): Promise<number> {
  const files = await readBundleFiles(path);
  const dryRun = flags.dryRun === true;
  const bar = new SingleBar({ noTTYOutput: false, stream: process.stderr }, Presets.shades_classic);
  const told: WhileImporting = {
    onProgress: (done, total) => {
      bar.setTotal(total);
      bar.update(done);
    },
    onWaiting: ({ reason, tries }) => {
      complain(`Waiting for the stores, tried ${tries} times: ${reason}`);
    },
  };
  bar.start(1, 0);
  let report: ImportReport;
  try {
    report = await take(files, dryRun, flags, told);
  } finally {
    bar.stop();
  }
  say(summaryOf(report));
  const beside = (await stat(path)).isDirectory() ? path : dirname(path);
  // Beside the input, or else here; in a container, maybe nowhere.
  const file = await writeReport([beside, '.'], reportAsCsv(report));
  say(file === undefined ? reportAsCsv(report) : `Every row: ${file}`);
  return isComplete(report) ? COMPLETE : INCOMPLETE;
}

/** Imports into the stores directly, or through the service that has them open: a log never has two writers. */
async function take(
  files: readonly BundleFile[],
  dryRun: boolean,
  { url, token }: Flags,
  told: WhileImporting,
): Promise<ImportReport> {
  const through = (service: string): Promise<ImportReport> =>
    sendBundle({ url: service, ...(token === undefined ? {} : { token }) }, files, dryRun, told);
  if (url !== undefined) return through(url);
  const settings = readSettings(process.env, []);
  if (isEventStoreDb(settings)) {
    // That log would admit one more writer, but whoever follows the service hears at once of what it records itself.
    const running = await livingService(settings.dataDir);
    if (running !== undefined) return through(running);
  }
  const logger = createLogger({ logLevel: 'warn' });
  let service: Service;
  try {
    service = await openService(settings, logger);
  } catch (error) {
    if (!(error instanceof LogOwnedByAnother)) throw error;
    const address = announcedAddress(settings.dataDir);
    if (address !== undefined) return through(address);
    throw new ServiceRefused(
      'Another process has the event log open. Import through the running service with --url, or stop it first.',
    );
  }
  try {
    const { bundle } = await readInWorker({ kind: 'files', files });
    const taking = { actor: LOCAL_OPERATOR, dryRun, ...told };
    const report = await takeBundle(bundle, service, taking, rehearsalOf(settings, logger));
    // Where projectors keep the read models, they go on without being waited for.
    if (settings.projections) await service.models.caughtUp();
    return report;
  } finally {
    await service.close();
  }
}

terminalCommand('import')
  .description('Imports a folder of CSV files, or a workbook')
  .argument('<path>', 'the folder or file')
  .option('--dry-run', 'validate everything, record nothing')
  .option('--url <url>', 'import through the service at this URL')
  .option('--token <token>', 'bearer token for that service')
  .action(async (path: string, flags: Flags) => {
    process.exitCode = await importBundle(path, flags);
  })
  .parseAsync()
  .catch((error: unknown) => {
    const isExpected = error instanceof BundleUnreadable || error instanceof ServiceRefused;
    const reason = reasonOf(error);
    complain(isExpected ? reason : `The import failed: ${reason}`);
    process.exitCode = NOT_POSSIBLE;
  });
