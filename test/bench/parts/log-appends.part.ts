import { openLog } from './open-log';
import type { LogAddress } from './open-log';
import { timedAppends } from './appending';
import type { AppendsRequest } from './appending';
import { servePart } from './serve-part';

/** The subject: appends through the port. */
servePart((address: LogAddress) => {
  const log = openLog(address);
  const ask = (request: AppendsRequest) =>
    timedAppends(request, (stream, revision, event) =>
      log.append(stream, revision === 0 ? 'no-stream' : revision - 1, [event]),
    );
  return Promise.resolve({ ready: undefined, ask, close: () => log.close() });
});
