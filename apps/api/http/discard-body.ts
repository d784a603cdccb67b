import type { IncomingMessage } from 'node:http';

/** More than this nobody sends by mistake. */
const MAX_DISCARDED_BYTES = 64 * 1024 * 1024;

/**
 * Lets a client finish sending what is not going to be read. Answered in the middle of it, the client
 * would find its connection broken and never see the answer.
 */
export function discardBody(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_DISCARDED_BYTES) resolve();
    });
    for (const end of ['end', 'close', 'error'] as const) request.once(end, () => resolve());
    request.resume();
  });
}
