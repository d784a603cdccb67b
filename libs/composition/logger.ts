import { destination, pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { printableLines } from '#vocabulary';
import type { Settings } from './settings';

/**
 * The log of the service, as lines of JSON on standard error: standard output is for the one line
 * that says where it listens. Nothing of what users send is ever logged.
 */
export function createLogger(
  { logLevel }: Pick<Settings, 'logLevel'>,
  stream: DestinationStream = destination({ fd: 2, sync: true }),
): Logger {
  // JSON escapes the control characters up to U+001F alone. A terminal obeys others too, and read back the line is the same.
  return pino({ level: logLevel, base: null, hooks: { streamWrite: printableLines } }, stream);
}
