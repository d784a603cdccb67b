import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AccessRecorder } from '#access-records';
import { TILE_WIDTH, writeTlogProof } from '#ledger';
import type { Viewer } from '../access';
import { validationFailed } from '../errors';
import { validQuery } from '../http/valid-query';
import { COSTS } from '../rates';
import type { ExportedEvents } from './exported-events';
import type { HistoryLedger } from './history-ledger';
import { historyPart } from './history-part';
import type { ProvedEvents } from './proved-events';
import {
  BYTES,
  COUNT,
  FOR_GOOD,
  hashRoutes,
  NOT_AT_ALL,
  NotThere,
  provedIn,
  sendCheckpoints,
  serveTreeRoutes,
  TEXT,
  tileAt,
} from './tree.routes';
import type { TreeRoute, TreeRoutesOptions } from './tree.routes';

interface LedgerRoutesOptions extends TreeRoutesOptions {
  readonly ledger: HistoryLedger;
  readonly proved: ProvedEvents;
  readonly exported: ExportedEvents;
  readonly recorder: Pick<AccessRecorder, 'exports'>;
}

const SIZE = z.strictObject({ size: COUNT.optional() });
const EVENTS = z.strictObject({
  from: COUNT,
  to: COUNT,
  under: z.string({ error: 'must be given once' }).min(1, 'must not be empty').optional(),
});
type AskedEvents = z.infer<typeof EVENTS>;

/** Of the files of an export; what is asked for at once. */
const MOST_EVENTS = 65_536;

/** The ledger for programs that are not ours (ledger.md, section 3). */
export function serveLedger(fastify: FastifyInstance, options: LedgerRoutesOptions): void {
  serveTreeRoutes(fastify, routesOf(options), options);
}

function routesOf(options: LedgerRoutesOptions): readonly TreeRoute[] {
  const { ledger, exported } = options;
  const closed = { area: 'HISTORY' } as const;
  return [
    ...hashRoutes(
      '/ledger',
      () => ledger.served(),
      (name) => ({ operation: `Ledger.${name}`, area: 'REGISTER', isPublic: ledger.isPublic }),
    ),
    {
      operation: 'Ledger.checkpoints',
      area: 'REGISTER',
      isPublic: ledger.isPublic,
      path: '/ledger/trees/:number/checkpoints',
      answer: async ({ params }, reply) => {
        const { number } = params as { readonly number: string };
        const kept = /^\d{1,6}$/.test(number)
          ? await ledger.checkpointsOf(Number(number))
          : undefined;
        if (kept === undefined) throw new NotThere();
        return sendCheckpoints(reply, kept);
      },
    },
    {
      ...closed,
      path: '/ledger/tile/entries/*',
      operation: 'Ledger.entries',
      cost: () => COSTS.operation + TILE_WIDTH * COSTS.event,
      answer: async ({ params }, reply) => {
        const { '*': path } = params as { readonly '*': string };
        const tile = await tileAt((await ledger.served()).store, `entries/${path}`);
        const bundle = await exported.bundle(tile);
        return reply.type(BYTES).header('cache-control', FOR_GOOD).send(bundle);
      },
    },
    {
      ...closed,
      path: '/ledger/proof/:file',
      operation: 'Ledger.proof',
      answer: async (request, reply) => {
        const { size } = validQuery(SIZE, request.query);
        const proof = await proofOf(options, provedIn(request), size);
        return reply.type(TEXT).header('cache-control', NOT_AT_ALL).send(proof);
      },
    },
    {
      ...closed,
      path: '/ledger/events',
      operation: 'Ledger.events',
      cost: ({ query }) => COSTS.operation + eventsAsked(query) * COSTS.event,
      answer: async ({ query }, reply, viewer) => {
        const asked = validQuery(EVENTS, query);
        if (asked.to - asked.from > MOST_EVENTS) {
          throw validationFailed([
            { field: 'to', rule: 'atMost', message: `must be at most ${MOST_EVENTS} after from` },
          ]);
        }
        await recordExport(options, asked, viewer);
        return reply
          .type('application/x-ndjson')
          .header('cache-control', NOT_AT_ALL)
          .headers({ 'x-history-log': await ledger.log(), ...historyPart('HISTORY', viewer) })
          .send(Readable.from(exported.lines(asked, viewer)));
      },
    },
  ];
}

/** Before the first event is told. What there is not is not read by anybody. */
async function recordExport(
  { ledger, recorder }: LedgerRoutesOptions,
  { from, to, under }: AskedEvents,
  viewer: Viewer | undefined,
): Promise<void> {
  if (viewer === undefined) return;
  const { actor, sight } = viewer;
  const isWhole = sight.of('HISTORY').isWhole;
  const { store } = await ledger.served();
  await recorder.exports(
    viewer,
    {
      from,
      to: Math.min(to, await store.size()),
      ...(under === undefined ? {} : { under }),
    },
    under === undefined ? (isWhole ? [] : [actor.organisation]) : [under],
  );
}

async function proofOf(
  { ledger, proved }: LedgerRoutesOptions,
  event: string,
  size: number | undefined,
): Promise<string> {
  const checkpoint =
    size === undefined ? await ledger.checkpoint() : await ledger.checkpointOf(size);
  const proof = checkpoint && (await proved.prove(event, checkpoint));
  if (proof === undefined) throw new NotThere();
  const { index, hashes, entry: extra } = proof;
  return writeTlogProof({ index, hashes, checkpoint: proof.checkpoint.note, extra });
}

/** Before it is known whether they are right. */
function eventsAsked(query: unknown): number {
  const asked = EVENTS.safeParse(query);
  if (!asked.success) return 0;
  return Math.min(MOST_EVENTS, Math.max(0, asked.data.to - asked.data.from));
}
