import type { Logger } from 'pino';
import { createLogger } from './logger';
import { readSettings, SettingsInvalid } from './settings';
import type { Settings } from './settings';
import { Stopping } from './stopping';
import { complain, reasonOf } from './terminal';

/**
 * Starts a program. Each part registers how it is stopped as soon as it runs, so that a start
 * that fails half-way leaves nothing behind that keeps the process alive.
 */
export type Start = (settings: Settings, logger: Logger, stopping: Stopping) => Promise<void>;

const FAILED = 1;
const WRONG_SETTING = 2;

/**
 * Runs a program until it receives a signal to end. If it does not start, it logs the reason and
 * ends with a separate exit code for a wrong setting.
 *
 * @param name the name of the program in messages
 */
export function runProgram(name: string, start: Start): void {
  runUntilStopped(name, start).catch((error: unknown) => {
    complain(`The ${name} does not stop as it should: ${reasonOf(error)}`);
    process.exitCode = FAILED;
  });
}

async function runUntilStopped(name: string, start: Start): Promise<void> {
  const stopAsked = signalToStop();
  const stopping = new Stopping();
  try {
    const settings = readSettings(process.env, process.argv.slice(2));
    const logger = createLogger(settings);
    await start(settings, logger, stopping);
    logger.info({ signal: await stopAsked }, 'Stopping');
  } catch (error) {
    complain(`The ${name} does not start: ${reasonOf(error)}`);
    process.exitCode = error instanceof SettingsInvalid ? WRONG_SETTING : FAILED;
  }
  await stopping.stop();
}

function signalToStop(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
}
