import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authorise } from '#access';
import type { Actor } from '#vocabulary';
import { ApiError, forbidden, validationFailed } from '../errors';
import { toApiError } from '../errors/map-error';
import type { Authentication } from '../identity';
import type { RefusalMetrics } from '../operations/refusal-metrics';
import { COSTS } from '../rates';
import type { RateLimits } from '../rates';
import { SECURITY_HEADERS } from '../http/security-headers';
import { BundleUnreadable, RequestInvalid } from '#import';
import type { Bundle, BundleRead, BundleTaking, ImportReport } from '#import';
import { IMPORT_PATH } from './messages';
import { ReceivedBodies } from './received-bodies';
import { MessageWriter } from './send-answer';

/** Base64 of about 70 MiB of files. */
const BODY_LIMIT = 96 * 1024 * 1024;

export interface ImportRouteOptions {
  readonly authentication: Pick<Authentication, 'actorOf'>;
  readonly rates: Pick<RateLimits, 'take'>;
  readonly refusals: Pick<RefusalMetrics, 'forbidden'>;
  /** How long the client may take nothing of the report: nobody else imports meanwhile. */
  readonly idleMs: number;
  /** Where bodies are while they come and are read. */
  readonly folder: string;
  /** Reads the file of a body, beside everything else that the service does. */
  readonly read: (path: string, signal: AbortSignal) => Promise<BundleRead>;
  readonly take: (bundle: Bundle, taking: BundleTaking) => Promise<ImportReport>;
  /** Called with every internal error. */
  readonly onFailure: (error: unknown) => void;
}

/** Imports a bundle through the running service, which alone may write its log. One import at a time. */
export function serveImports(fastify: FastifyInstance, options: ImportRouteOptions): void {
  void fastify.register((instance, _, done) => {
    new ImportRoute(options).serve(instance);
    done();
  });
}

class ImportRoute {
  private isBusy = false;
  private readonly stopping = new AbortController();
  private readonly actors = new WeakMap<FastifyRequest, Actor>();
  private readonly taken = new WeakSet<FastifyRequest>();
  private readonly bodies: ReceivedBodies;

  constructor(private readonly options: ImportRouteOptions) {
    this.bodies = new ReceivedBodies(options.folder, BODY_LIMIT, options.onFailure);
  }

  serve(fastify: FastifyInstance): void {
    fastify.addHook('preClose', (done) => {
      this.stopping.abort();
      done();
    });
    this.bodies.clear();
    // The body is left as it is: reading it is work for another thread, and there is no room for it in this one.
    fastify.removeContentTypeParser('application/json');
    fastify.addContentTypeParser(
      'application/json',
      ({ headers }: FastifyRequest, body: IncomingMessage) =>
        this.bodies.receive(body, Number(headers['content-length'] ?? 0)),
    );
    fastify.post(
      IMPORT_PATH,
      {
        bodyLimit: BODY_LIMIT,
        // Nobody sends 96 MiB before it is known who sends them.
        onRequest: (request, reply) => this.admit(request, reply),
      },
      (request, reply) =>
        this.take(request, reply).catch((error: unknown) => this.fail(reply, error)),
    );
  }

  /** The body of one import only is kept: who may not import, or not now, is told before sending one. */
  private async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    try {
      const actor = await permitted(request, this.options);
      if (this.isBusy) {
        throw new ApiError(
          'CONFLICT',
          'Another import is running; try again when it has finished.',
        );
      }
      this.options.rates.take(actor, COSTS.import);
      this.isBusy = true;
      this.actors.set(request, actor);
      // A client that goes away while it sends never comes to its import.
      reply.raw.once('close', () => {
        if (!this.taken.has(request)) this.leave(request);
      });
    } catch (error) {
      await this.fail(reply, error);
    }
  }

  private async take(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const actor = this.actors.get(request);
    if (actor === undefined) throw forbidden('an import');
    this.taken.add(request);
    try {
      const { signal } = this.stopping;
      const { bundle, dryRun } = await this.read(request.body, signal);
      await this.answer(reply, (told) =>
        this.options.take(bundle, { actor, dryRun, signal, ...told }),
      );
    } finally {
      this.leave(request);
    }
  }

  private leave(request: FastifyRequest): void {
    if (this.actors.delete(request)) this.isBusy = false;
  }

  private async read(path: unknown, signal: AbortSignal): Promise<BundleRead> {
    if (typeof path !== 'string') {
      throw validationFailed([
        { field: '', rule: 'required', message: 'The request has no body.' },
      ]);
    }
    try {
      return await this.options.read(path, signal);
    } catch (error) {
      if (error instanceof RequestInvalid) throw validationFailed([...error.issues]);
      if (!(error instanceof BundleUnreadable)) throw error;
      throw new ApiError('VALIDATION_FAILED', error.message, { bundle: error.where });
    } finally {
      await this.bodies.remove(path);
    }
  }

  private fail(reply: FastifyReply, error: unknown): FastifyReply {
    const { code, message, details, httpStatus, httpHeaders } = toApiError(error, (_, failure) => {
      this.options.onFailure(failure);
    });
    reply.headers(httpHeaders);
    return reply.code(httpStatus).send({ errors: [{ message, extensions: { code, ...details } }] });
  }

  /** The status is sent before the outcome is known: the last line says it. */
  private async answer(
    reply: FastifyReply,
    take: (told: Pick<BundleTaking, 'onProgress' | 'onWaiting'>) => Promise<ImportReport>,
  ): Promise<void> {
    reply.hijack();
    const { raw } = reply;
    // Importing may take longer than anything else, and say nothing meanwhile.
    raw.socket?.setTimeout(0);
    const writer = new MessageWriter(raw);
    raw.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': 'application/x-ndjson; charset=utf-8',
    });
    let shown = 0;
    try {
      const report = await take({
        onProgress: (done, total) => {
          const percent = Math.floor((done / total) * 100);
          if (percent === shown) return;
          shown = percent;
          writer.send({ kind: 'progress', done, total });
        },
        onWaiting: (waiting) => {
          writer.send({ kind: 'waiting', ...waiting });
        },
      });
      raw.socket?.setTimeout(this.options.idleMs);
      await writer.report(report);
    } catch (error) {
      this.options.onFailure(error);
      // It was logged already, with no need of an id: one import runs at a time.
      const { code, message: reason } = toApiError(error, () => undefined);
      const message = `The import ended early: ${reason} The rows taken so far are recorded. Repeat the import to resume it.`;
      writer.send({ kind: 'failure', code, message });
    } finally {
      raw.end();
    }
  }
}

async function permitted(
  request: FastifyRequest,
  { authentication, refusals }: ImportRouteOptions,
): Promise<Actor> {
  const { headers, socket } = request;
  const actor = await authentication.actorOf({ headers, socket });
  const operation = 'Import.bundle';
  if (authorise(actor, { operation }).kind === 'denied') {
    refusals.forbidden(actor, operation);
    throw forbidden('an import');
  }
  return actor;
}
