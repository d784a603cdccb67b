import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { BundleFile, BundleTaking, ImportReport, ImportRequest } from '#import';
import { IMPORT_PATH } from './messages';
import type { ImportMessage } from './messages';

/** The running service refused the bundle; `message` is its answer. */
export class ServiceRefused extends Error {
  override readonly name = 'ServiceRefused';
}

export interface Service {
  /** As printed at its start, or only its origin. */
  readonly url: string;
  readonly token?: string;
}

/** Told while the service imports. */
export type WhileImporting = Pick<BundleTaking, 'onProgress' | 'onWaiting'>;

/** Sends a bundle to a running service and returns its report. */
export async function sendBundle(
  { url, token }: Service,
  files: readonly BundleFile[],
  dryRun: boolean,
  { onProgress, onWaiting }: WhileImporting = {},
): Promise<ImportReport> {
  const request: ImportRequest = {
    files: files.map(({ path, content }) => ({
      path,
      content: Buffer.from(content).toString('base64'),
    })),
    dryRun,
  };
  const response = await fetch(new URL(IMPORT_PATH, url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(request),
  }).catch((error: unknown) => {
    throw new ServiceRefused(`${url} does not answer: ${reasonOf(error)}`);
  });
  if (!response.ok || response.body === null) {
    throw new ServiceRefused(`${url} refused the bundle: ${await response.text()}`);
  }
  for await (const line of createInterface({ input: Readable.fromWeb(response.body) })) {
    // The service speaks this protocol; both are built from the same source.
    const message = JSON.parse(line) as ImportMessage;
    if (message.kind === 'progress') onProgress?.(message.done, message.total);
    if (message.kind === 'waiting') onWaiting?.(message);
    if (message.kind === 'failure') throw new ServiceRefused(message.message);
    if (message.kind === 'report') return message.report;
  }
  throw new ServiceRefused(`${url} closed the connection before the import finished.`);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
