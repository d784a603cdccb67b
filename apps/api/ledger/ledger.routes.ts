import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Area } from '#access';
import { hashTile, joinCheckpoints, TILE_WIDTH, writeTlogProof } from '#ledger';
import type { Tile } from '#ledger';
import type { Viewer } from '../access';
import { unavailable, validationFailed } from '../errors';
import { RouteAudience } from '../http/route-audience';
import type { AudienceParts } from '../http/route-audience';
import { toldRefusal } from '../http/told-refusal';
import { validQuery } from '../http/valid-query';
import { COSTS } from '../rates';
import type { RateLimits } from '../rates';
import type { ExportedEvents } from './exported-events';
import type { HistoryLedger } from './history-ledger';
import type { ProvedEvents } from './proved-events';

interface LedgerRoutesOptions extends AudienceParts {
  readonly ledger: HistoryLedger;
  readonly proved: ProvedEvents;
  readonly exported: ExportedEvents;
  readonly rates: Pick<RateLimits, 'take'>;
  /** Called with every internal error. */
  readonly onFailure: (error: unknown) => void;
}

type Answer = (request: FastifyRequest, reply: FastifyReply, viewer?: Viewer) => Promise<unknown>;

/** What a route shows, and what it costs. */
interface Route {
  readonly path: string;
  readonly operation: string;
  readonly area: Area;
  /** Whether it may be for everybody: it names nobody. */
  readonly namesNobody: boolean;
  readonly cost: (request: FastifyRequest) => number;
  readonly answer: Answer;
}

const TEXT = 'text/plain; charset=utf-8';
const BYTES = 'application/octet-stream';
const FOR_GOOD = 'public, max-age=31536000, immutable';
const NOT_AT_ALL = 'no-store';

const COUNT = z
  .string({ error: 'must be given once' })
  .regex(/^(0|[1-9]\d{0,14})$/, 'must be a whole number')
  .transform(Number);
const FROM = z.strictObject({ from: COUNT.default(0) });
const SIZE = z.strictObject({ size: COUNT.optional() });
const EVENTS = z.strictObject({
  from: COUNT,
  to: COUNT,
  under: z.string({ error: 'must be given once' }).min(1, 'must not be empty').optional(),
});

/** Of the files of an export; what is asked for at once. */
const MOST_EVENTS = 65_536;
const TILE = /^(\d{1,2}|entries)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;
const PROOF = /^([0-9a-f-]{36})\.tlog-proof$/;
const HIGHEST_LEVEL = 5;

/** The ledger for programs that are not ours (ledger.md, section 3). */
export function serveLedger(fastify: FastifyInstance, options: LedgerRoutesOptions): void {
  void fastify.register((instance, _, done) => {
    const routes = new LedgerRoutes(options);
    for (const route of routes.all()) {
      instance.get(route.path, (request, reply) => routes.serve(route, request, reply));
    }
    done();
  });
}

class LedgerRoutes {
  constructor(private readonly options: LedgerRoutesOptions) {}

  all(): readonly Route[] {
    const open = { area: 'REGISTER', namesNobody: true, cost: () => COSTS.operation } as const;
    const closed = { area: 'HISTORY', namesNobody: false, cost: () => COSTS.operation } as const;
    return [
      {
        ...open,
        path: '/ledger/checkpoint',
        operation: 'Ledger.checkpoint',
        answer: async (_, reply) => {
          const latest = await this.options.ledger.latest();
          if (latest === undefined) throw unavailable();
          return reply.type(TEXT).header('cache-control', NOT_AT_ALL).send(latest.note);
        },
      },
      {
        ...open,
        path: '/ledger/checkpoints',
        operation: 'Ledger.checkpoints',
        answer: async ({ query }, reply) => {
          const { from } = validQuery(FROM, query);
          const kept = await this.options.ledger.store.checkpoints(from);
          const text = joinCheckpoints(kept.map(({ note }) => note));
          return reply.type(TEXT).header('cache-control', NOT_AT_ALL).send(text);
        },
      },
      {
        ...open,
        path: '/ledger/key',
        operation: 'Ledger.key',
        answer: (_, reply) => Promise.resolve(reply.type(TEXT).send(this.keys())),
      },
      {
        ...open,
        path: '/ledger/tile/:level/*',
        operation: 'Ledger.tile',
        answer: async ({ params }, reply) => {
          const tile = await this.tileAt(pathOf(params));
          const bytes = await hashTile(this.options.ledger.store, tile);
          return reply.type(BYTES).header('cache-control', FOR_GOOD).send(bytes);
        },
      },
      {
        ...closed,
        path: '/ledger/tile/entries/*',
        operation: 'Ledger.entries',
        cost: () => COSTS.operation + TILE_WIDTH * COSTS.event,
        answer: async ({ params }, reply) => {
          const tile = await this.tileAt(`entries/${wildcardOf(params)}`);
          const bundle = await this.options.exported.bundle(tile);
          return reply.type(BYTES).header('cache-control', FOR_GOOD).send(bundle);
        },
      },
      {
        ...closed,
        path: '/ledger/proof/:file',
        operation: 'Ledger.proof',
        answer: async ({ params, query }, reply) => {
          const [, event] = PROOF.exec((params as { readonly file: string }).file) ?? [];
          const { size } = validQuery(SIZE, query);
          const proof = event === undefined ? undefined : await this.proofOf(event, size);
          if (proof === undefined) return notFound(reply);
          return reply.type(TEXT).header('cache-control', NOT_AT_ALL).send(proof);
        },
      },
      {
        ...closed,
        path: '/ledger/events',
        operation: 'Ledger.events',
        cost: ({ query }) => COSTS.operation + eventsAsked(query) * COSTS.event,
        answer: async (request, reply, viewer) => {
          const { from, to, under } = validQuery(EVENTS, request.query);
          if (to - from > MOST_EVENTS) {
            throw validationFailed([
              { field: 'to', rule: 'atMost', message: `must be at most ${MOST_EVENTS} after from` },
            ]);
          }
          const lines = this.options.exported.lines({ from, to, under }, viewer);
          return reply
            .type('application/x-ndjson')
            .header('cache-control', NOT_AT_ALL)
            .headers(await this.aboutHistory(viewer))
            .send(Readable.from(lines));
        },
      },
    ];
  }

  async serve(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    try {
      const viewer = await this.viewerOf(route, request);
      return await route.answer(request, reply, viewer);
    } catch (error) {
      const { httpStatus, httpHeaders, body } = this.refusal(error);
      return reply
        .headers(httpHeaders)
        .code(httpStatus)
        .send({ errors: [body] });
    }
  }

  /** Nobody in particular, where it is for everybody. */
  private async viewerOf(route: Route, request: FastifyRequest): Promise<Viewer | undefined> {
    const { ledger, rates } = this.options;
    const { operation, area, namesNobody, cost } = route;
    if (namesNobody && ledger.isPublic) return undefined;
    const { headers, socket } = request;
    const audience = new RouteAudience(this.options, { headers, socket }, { operation, area });
    const viewer = await audience.viewer();
    rates.take(viewer.actor, cost(request));
    return viewer;
  }

  /** Which log it is, and whose part of it: whoever sees a part must not take what is missing for removed. */
  private async aboutHistory(viewer: Viewer | undefined): Promise<Record<string, string>> {
    const isWhole = viewer?.sight.of('HISTORY').isWhole === true;
    const part = isWhole ? {} : { 'x-history-part': viewer?.actor.organisation ?? '' };
    return { 'x-history-log': await this.options.ledger.log(), ...part };
  }

  private keys(): string {
    return this.options.ledger
      .keys()
      .map(({ key, from, to }) => `${key} from=${from}${to === undefined ? '' : ` to=${to}`}\n`)
      .join('');
  }

  /** Only of trees that were signed: nobody is to rely on what was not. */
  private async tileAt(path: string): Promise<Tile> {
    const [, level = '', number = '', partial] = TILE.exec(path) ?? [];
    const index = Number(number.replaceAll(/[x/]/g, ''));
    const of = level === 'entries' ? 0 : Number(level);
    const width = partial === undefined ? TILE_WIDTH : Number(partial);
    const size = (await this.options.ledger.latest())?.size ?? 0;
    const grown = Math.floor(size / TILE_WIDTH ** of) - index * TILE_WIDTH;
    if (number === '' || of >= HIGHEST_LEVEL || width > TILE_WIDTH || grown < width) {
      throw new NotThere();
    }
    return { level: of, index, width };
  }

  private async proofOf(event: string, size: number | undefined): Promise<string | undefined> {
    const { ledger, proved } = this.options;
    const checkpoint =
      size === undefined ? await ledger.checkpoint() : await ledger.checkpointOf(size);
    const proof = checkpoint && (await proved.prove(event, checkpoint));
    return (
      proof &&
      writeTlogProof({
        index: proof.index,
        hashes: proof.hashes,
        checkpoint: proof.checkpoint.note,
        extra: proof.entry,
      })
    );
  }

  private refusal(error: unknown) {
    if (error instanceof NotThere) return NOT_THERE;
    return toldRefusal(error, this.options.onFailure);
  }
}

class NotThere extends Error {}

const NOT_THERE = {
  httpStatus: 404,
  httpHeaders: {},
  body: { message: 'There is nothing at this path.', extensions: { code: 'NOT_FOUND' } },
};

function notFound(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ errors: [NOT_THERE.body] });
}

function wildcardOf(params: unknown): string {
  return (params as { readonly '*': string })['*'];
}

function pathOf(params: unknown): string {
  return `${(params as { readonly level: string }).level}/${wildcardOf(params)}`;
}

/** Before it is known whether they are right. */
function eventsAsked(query: unknown): number {
  const asked = EVENTS.safeParse(query);
  if (!asked.success) return 0;
  return Math.min(MOST_EVENTS, Math.max(0, asked.data.to - asked.data.from));
}
