import { openLog } from './open-log';
import type { LogAddress } from './open-log';
import type { Round } from './part';
import { servePart } from './serve-part';

/** The subject: a subscription through the port, from the beginning until it has caught up. */
servePart((address: LogAddress) => {
  const log = openLog(address);
  return Promise.resolve({ ready: undefined, ask: catchUp, close: () => log.close() });

  async function catchUp(): Promise<Round> {
    const stop = new AbortController();
    let units = 0;
    const start = performance.now();
    for await (const { kind } of log.subscribe({ after: 'start', signal: stop.signal })) {
      if (kind === 'event') units += 1;
      if (kind === 'caughtUp') break;
    }
    const seconds = (performance.now() - start) / 1000;
    stop.abort();
    return { units, seconds };
  }
});
