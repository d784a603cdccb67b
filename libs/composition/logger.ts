import { destination, pino } from 'pino';
import type { Logger } from 'pino';
import type { Settings } from './settings';

/**
 * The log of the service, as lines of JSON on standard error: standard output is for the one line
 * that says where it listens. Nothing of what users send is ever logged.
 */
export function createLogger({ logLevel }: Pick<Settings, 'logLevel'>): Logger {
  return pino({ level: logLevel, base: null }, destination({ fd: 2, sync: true }));
}
