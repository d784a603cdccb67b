import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Service } from '#composition';
import { LOCAL_OPERATOR } from '../identity';
import { isAbsence, retryWhile } from '#projection-engine';
import { bundleOfFiles, isComplete, runImport, summaryOf, readBundleFiles } from '#import';
import { sampleFolder } from './sample-folder';

/** Gives an empty log a synthetic year to look at, so that the first query shows something. Waits for a log that is away. */
export async function offerSample(
  { log, gateway, models }: Service,
  logger: Logger,
): Promise<void> {
  const { signal } = new AbortController();
  if ((await retryWhile(() => log.head(), isAbsence, signal)) !== undefined) return;
  const bundle = await bundleOfFiles(await readBundleFiles(sampleFolder()));
  const report = await runImport(bundle, {
    gateway,
    log,
    models,
    actor: LOCAL_OPERATOR,
    importId: randomUUID(),
    dryRun: false,
  });
  if (!isComplete(report)) throw new Error(`The sample year is not valid:\n${summaryOf(report)}`);
  await models.caughtUp();
  logger.info('The log was empty: a sample year was recorded (start with --empty for none)');
}
