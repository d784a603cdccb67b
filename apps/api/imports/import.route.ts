import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authorise } from '#access';
import type { Actor } from '#vocabulary';
import { ApiError, forbidden } from '../errors';
import { toApiError } from '../errors/map-error';
import type { Authentication } from '../identity';
import { BundleUnreadable, bundleOfFiles } from '#import';
import type { Bundle, BundleTaking, ImportReport } from '#import';
import { readImportRequest } from './import-request';
import { IMPORT_PATH } from './messages';
import type { ImportMessage } from './messages';

/** Base64 of about 70 MiB of files. */
const BODY_LIMIT = 96 * 1024 * 1024;

export interface ImportRouteOptions {
  readonly authentication: Pick<Authentication, 'actorOf'>;
  readonly take: (bundle: Bundle, taking: BundleTaking) => Promise<ImportReport>;
  /** Called with every internal error. */
  readonly onFailure: (error: unknown) => void;
}

/** Imports a bundle through the running service, which alone may write its log. One import at a time. */
export function serveImports(fastify: FastifyInstance, options: ImportRouteOptions): void {
  let isBusy = false;
  const stopping = new AbortController();
  fastify.addHook('preClose', (done) => {
    stopping.abort();
    done();
  });
  const take = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const actor = await permitted(request, options);
    const { files, dryRun } = readImportRequest(request.body);
    const bundle = await readable(files);
    if (isBusy) {
      throw new ApiError('CONFLICT', 'Another import is running; try again when it has finished.');
    }
    isBusy = true;
    try {
      const { signal } = stopping;
      await answer(reply, options, (told) =>
        options.take(bundle, { actor, dryRun, signal, ...told }),
      );
    } finally {
      isBusy = false;
    }
  };
  fastify.post(IMPORT_PATH, { bodyLimit: BODY_LIMIT }, (request, reply) =>
    take(request, reply).catch((error: unknown) => {
      const { code, message, details, httpStatus } = toApiError(error, (_, failure) => {
        options.onFailure(failure);
      });
      return reply
        .code(httpStatus)
        .send({ errors: [{ message, extensions: { code, ...details } }] });
    }),
  );
}

async function permitted(
  request: FastifyRequest,
  { authentication }: ImportRouteOptions,
): Promise<Actor> {
  const { headers, socket } = request;
  const actor = await authentication.actorOf({ headers, remoteAddress: socket.remoteAddress });
  if (authorise(actor, 'Import.bundle').kind === 'denied') throw forbidden('an import');
  return actor;
}

async function readable(files: Parameters<typeof bundleOfFiles>[0]): Promise<Bundle> {
  try {
    return await bundleOfFiles(files);
  } catch (error) {
    if (error instanceof BundleUnreadable) throw new ApiError('VALIDATION_FAILED', error.message);
    throw error;
  }
}

/** The status is sent before the outcome is known: the last line says it. */
async function answer(
  reply: FastifyReply,
  { onFailure }: ImportRouteOptions,
  take: (told: Pick<BundleTaking, 'onProgress' | 'onWaiting'>) => Promise<ImportReport>,
): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  raw.on('error', () => {
    // The client disconnected. Its bundle is imported all the same; repeating it shows the result.
  });
  raw.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
  const send = (message: ImportMessage): void => {
    if (!raw.destroyed) raw.write(`${JSON.stringify(message)}\n`);
  };
  let shown = 0;
  try {
    const report = await take({
      onProgress: (done, total) => {
        const percent = Math.floor((done / total) * 100);
        if (percent === shown) return;
        shown = percent;
        send({ kind: 'progress', done, total });
      },
      onWaiting: (waiting) => {
        send({ kind: 'waiting', ...waiting });
      },
    });
    send({ kind: 'report', report });
  } catch (error) {
    onFailure(error);
    // It was logged already, with no need of an id: one import runs at a time.
    const { code, message: reason } = toApiError(error, () => undefined);
    const message = `The import ended early: ${reason} The rows taken so far are recorded. Repeat the import to resume it.`;
    send({ kind: 'failure', code, message });
  } finally {
    raw.end();
  }
}
