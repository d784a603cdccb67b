import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Area } from '#access';
import { hashTile, joinCheckpoints, TILE_WIDTH } from '#ledger';
import type { KeptCheckpoint, LedgerStore, Tile } from '#ledger';
import type { PublishedKey } from '#ledger/keys';
import type { Viewer } from '../access';
import { unavailable } from '../errors';
import { RouteAudience } from '../http/route-audience';
import type { AudienceParts } from '../http/route-audience';
import { toldRefusal } from '../http/told-refusal';
import { validQuery } from '../http/valid-query';
import { COSTS } from '../rates';
import type { RateLimits } from '../rates';

/** Who routes of trees answer, and how. */
export interface TreeRoutesOptions extends AudienceParts {
  readonly rates: Pick<RateLimits, 'take'>;
  /** Called with every internal error. */
  readonly onFailure: (error: unknown) => void;
}

type Answer = (request: FastifyRequest, reply: FastifyReply, viewer?: Viewer) => Promise<unknown>;

/** What a route shows, and what it costs. */
export interface TreeRoute {
  readonly path: string;
  readonly operation: string;
  readonly area: Area;
  /** Whether it is for everybody: it names nobody. */
  readonly isPublic?: boolean;
  readonly cost?: (request: FastifyRequest) => number;
  readonly answer: Answer;
}

/** A tree as it is served (ledger.md, section 3). */
export interface ServedTree {
  readonly store: LedgerStore;
  /** The one that is told when one is asked for. */
  latest(): Promise<KeptCheckpoint | undefined>;
  publishedKeys(): Promise<readonly (PublishedKey & { readonly tree?: number })[]>;
}

export const TEXT = 'text/plain; charset=utf-8';
export const BYTES = 'application/octet-stream';
export const FOR_GOOD = 'public, max-age=31536000, immutable';
export const NOT_AT_ALL = 'no-store';

export const COUNT = z
  .string({ error: 'must be given once' })
  .regex(/^(0|[1-9]\d{0,14})$/, 'must be a whole number')
  .transform(Number);
const FROM = z.strictObject({ from: COUNT.default(0) });

const TILE = /^(\d{1,2}|entries)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;
const PROOF = /^([0-9a-f-]{36})\.tlog-proof$/;
const HIGHEST_LEVEL = 5;

/** What is the same for every tree: what was signed, by which keys, and the hashes. */
export function hashRoutes(
  folder: string,
  tree: () => Promise<ServedTree>,
  told: (name: string) => Pick<TreeRoute, 'operation' | 'area' | 'isPublic'>,
): readonly TreeRoute[] {
  return [
    {
      ...told('checkpoint'),
      path: `${folder}/checkpoint`,
      answer: async (_, reply) => {
        const latest = await (await tree()).latest();
        if (latest === undefined) throw unavailable();
        return reply.type(TEXT).header('cache-control', NOT_AT_ALL).send(latest.note);
      },
    },
    {
      ...told('checkpoints'),
      path: `${folder}/checkpoints`,
      answer: async ({ query }, reply) => {
        const { from } = validQuery(FROM, query);
        return sendCheckpoints(reply, await (await tree()).store.checkpoints(from));
      },
    },
    {
      ...told('key'),
      path: `${folder}/key`,
      answer: async (_, reply) => reply.type(TEXT).send(await keysOf(await tree())),
    },
    {
      ...told('tile'),
      path: `${folder}/tile/:level/*`,
      answer: async ({ params }, reply) => {
        const { level, '*': rest } = params as { readonly level: string; readonly '*': string };
        if (level === 'entries') throw new NotThere();
        const { store } = await tree();
        const tile = await tileAt(store, `${level}/${rest}`);
        const bytes = await hashTile(store, tile);
        return reply.type(BYTES).header('cache-control', FOR_GOOD).send(bytes);
      },
    },
  ];
}

export function sendCheckpoints(
  reply: FastifyReply,
  kept: readonly KeptCheckpoint[],
): FastifyReply {
  const text = joinCheckpoints(kept.map(({ note }) => note));
  return reply.type(TEXT).header('cache-control', NOT_AT_ALL).send(text);
}

/** Only of trees that were signed: nobody is to rely on what was not. @throws NotThere */
export async function tileAt(
  store: Pick<LedgerStore, 'latestCheckpoint'>,
  path: string,
): Promise<Tile> {
  const [, level = '', number = '', partial] = TILE.exec(path) ?? [];
  const index = Number(number.replaceAll(/[x/]/g, ''));
  const of = level === 'entries' ? 0 : Number(level);
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  const size = (await store.latestCheckpoint())?.size ?? 0;
  const grown = Math.floor(size / TILE_WIDTH ** of) - index * TILE_WIDTH;
  if (number === '' || of >= HIGHEST_LEVEL || width > TILE_WIDTH || grown < width) {
    throw new NotThere();
  }
  return { level: of, index, width };
}

/** The id in the name of a file with a proof. @throws NotThere */
export function provedIn({ params }: FastifyRequest): string {
  const [, id] = PROOF.exec((params as { readonly file: string }).file) ?? [];
  if (id === undefined) throw new NotThere();
  return id;
}

async function keysOf(tree: ServedTree): Promise<string> {
  const keys = await tree.publishedKeys();
  return keys
    .map(({ key, from, to, tree: of }) => {
      const until = to === undefined ? '' : ` to=${to}`;
      return `${key} from=${from}${until}${of === undefined ? '' : ` tree=${of}`}\n`;
    })
    .join('');
}

export function serveTreeRoutes(
  fastify: FastifyInstance,
  routes: readonly TreeRoute[],
  options: TreeRoutesOptions,
): void {
  void fastify.register((instance, _, done) => {
    for (const route of routes) {
      instance.get(route.path, (request, reply) => serve(route, options, request, reply));
    }
    done();
  });
}

async function serve(
  route: TreeRoute,
  options: TreeRoutesOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  try {
    const viewer = await viewerOf(route, options, request);
    return await route.answer(request, reply, viewer);
  } catch (error) {
    const { httpStatus, httpHeaders, body } =
      error instanceof NotThere ? NOT_THERE : toldRefusal(error, options.onFailure);
    return reply
      .headers(httpHeaders)
      .code(httpStatus)
      .send({ errors: [body] });
  }
}

/** Nobody in particular, where it is for everybody. */
async function viewerOf(
  { operation, area, isPublic = false, cost = () => COSTS.operation }: TreeRoute,
  options: TreeRoutesOptions,
  request: FastifyRequest,
): Promise<Viewer | undefined> {
  if (isPublic) return undefined;
  const { headers, socket } = request;
  const audience = new RouteAudience(options, { headers, socket }, { operation, area });
  const viewer = await audience.viewer();
  options.rates.take(viewer.actor, cost(request));
  return viewer;
}

/** There is nothing at the path. */
export class NotThere extends Error {}

const NOT_THERE = {
  httpStatus: 404,
  httpHeaders: {},
  body: { message: 'There is nothing at this path.', extensions: { code: 'NOT_FOUND' } },
};
