import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { BundleUnreadable } from '../bundle';
import type { Bundle, TableRow } from '../bundle';
import type { RequestIssue } from './import-request';
import type { BundleSource, ReadMessage } from './messages';

const FOLDER = join('libs', 'import', 'reading', 'worker');
const FILE = 'read-bundle.worker.js';
/** As it was built, also for who runs the sources: a thread begins with a file that Node reads by itself. */
const PROGRAM = __dirname.endsWith(join('dist', FOLDER))
  ? join(__dirname, FILE)
  : join(__dirname, '..', '..', '..', '..', 'dist', FOLDER, FILE);

/** The memory of the worker, without that of the files: what needs more is refused, and ends nobody else. */
const MEMORY_MB = 1_024;

export interface BundleRead {
  readonly bundle: Bundle;
  readonly dryRun: boolean;
}

/** A request that is none. */
export class RequestInvalid extends Error {
  override readonly name = 'RequestInvalid';

  constructor(readonly issues: readonly RequestIssue[]) {
    super('The request is not valid.');
  }
}

/**
 * Reads a bundle in a thread of its own, with memory of its own: whatever is in the files, this thread goes on. The
 * rows are taken over in small portions.
 *
 * @throws BundleUnreadable
 * @throws RequestInvalid
 */
export async function readInWorker(
  source: BundleSource,
  signal?: AbortSignal,
): Promise<BundleRead> {
  const worker = new Worker(PROGRAM, {
    workerData: source,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  // Whatever ends it between two messages ends the wait for the next one; here it must not end the process.
  worker.on('error', () => undefined);
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await bundleFrom(worker);
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

async function bundleFrom(worker: Worker): Promise<BundleRead> {
  const rows = new Map<string, TableRow[]>();
  let head: Extract<ReadMessage, { kind: 'bundle' }> | undefined;
  for (;;) {
    const message = await nextMessage(worker);
    switch (message.kind) {
      case 'bundle':
        head = message;
        for (const { name } of message.tables) rows.set(name, []);
        break;
      case 'rows':
        rows.get(message.table)?.push(...message.rows);
        break;
      case 'unreadable':
        throw new BundleUnreadable(message.message, message.where);
      case 'invalid':
        throw new RequestInvalid(message.issues);
      case 'end':
        if (head === undefined) throw new TypeError('The worker told no bundle');
        return { bundle: bundleOf(head, rows), dryRun: head.dryRun };
    }
    worker.postMessage('next');
  }
}

function bundleOf(
  { tables, frameworks, notices }: Extract<ReadMessage, { kind: 'bundle' }>,
  rows: ReadonlyMap<string, readonly TableRow[]>,
): Bundle {
  const read = tables.map(({ name, file, columns }) => {
    return [name, { file, columns, rows: rows.get(name) ?? [] }] as const;
  });
  return { tables: new Map(read), frameworks, notices };
}

function nextMessage(worker: Worker): Promise<ReadMessage> {
  return new Promise((resolve, reject) => {
    const ended = (code: number): void => {
      reject(new BundleUnreadable(`Reading the bundle was ended (${code}).`));
    };
    const failed = (error: unknown): void => {
      reject(isOutOfMemory(error) ? tooLarge() : (error as Error));
    };
    worker.once('message', (message: ReadMessage) => {
      worker.off('exit', ended);
      worker.off('error', failed);
      resolve(message);
    });
    worker.once('exit', ended);
    worker.once('error', failed);
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooLarge(): BundleUnreadable {
  return new BundleUnreadable(`Reading the bundle takes more than ${MEMORY_MB} MiB of memory.`, {
    code: 'LIMIT_EXCEEDED',
  });
}
