import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { BundleUnreadable } from '../bundle';
import type { Bundle } from '../bundle';
import { bundleOfFiles } from '../bundle-files';
import { readImportRequest } from './import-request';
import type { BundleSource, ReadMessage } from './messages';

/** Rows that are taken over at once: more of them would be felt by whoever else uses the thread that takes them. */
const ROWS_AT_ONCE = 250;

function* answers(bundle: Bundle, dryRun: boolean): Generator<ReadMessage> {
  const { tables, frameworks, notices = [] } = bundle;
  const heads = [...tables].map(([name, { file, columns }]) => ({ name, file, columns }));
  yield { kind: 'bundle', dryRun, frameworks, notices, tables: heads };
  for (const [table, { rows }] of tables) {
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      yield { kind: 'rows', table, rows: rows.slice(at, at + ROWS_AT_ONCE) };
    }
  }
  yield { kind: 'end' };
}

async function read(source: BundleSource): Promise<Iterator<ReadMessage>> {
  const given =
    source.kind === 'files'
      ? ({ ok: true, files: source.files, dryRun: false } as const)
      : readImportRequest(await readFile(source.path));
  if (!given.ok) return [{ kind: 'invalid', issues: given.issues } as const].values();
  try {
    return answers(await bundleOfFiles(given.files), given.dryRun);
  } catch (error) {
    if (!(error instanceof BundleUnreadable)) throw error;
    const { message, where } = error;
    return [{ kind: 'unreadable', message, where } as const].values();
  }
}

async function serve(port: MessagePort): Promise<void> {
  // Whoever made this worker gave it a source; both are built together.
  const messages = await read(workerData as BundleSource);
  const next = (): void => {
    const message = messages.next();
    if (message.done === true) port.close();
    else port.postMessage(message.value);
  };
  port.on('message', next);
  next();
}

if (parentPort !== null) void serve(parentPort);
