import type { Logger } from 'pino';
import { createLogger } from './logger';
import { readSettings, SettingsInvalid } from './settings';
import type { Settings } from './settings';

/** Starts what a program is there for, and answers how to stop it again. */
export type Start = (settings: Settings, logger: Logger) => Promise<() => Promise<void>>;

const FAILED = 1;
const WRONG_SETTING = 2;

/**
 * Runs a program from the settings it is given until an operator, or the machine, asks it to end. When
 * it does not start, it ends with a code of its own for a wrong setting, and says why.
 *
 * @param name as it is called in the words for that
 */
export function runProgram(name: string, start: Start): void {
  runUntilStopped(start).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The ${name} does not start: ${reason}\n`);
    process.exitCode = error instanceof SettingsInvalid ? WRONG_SETTING : FAILED;
  });
}

async function runUntilStopped(start: Start): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  const stopAsked = signalToStop();
  const logger = createLogger(settings);
  const stop = await start(settings, logger);
  logger.info({ signal: await stopAsked }, 'Stopping');
  await stop();
}

function signalToStop(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
}
