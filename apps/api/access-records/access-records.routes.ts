import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordOf } from '#access-records';
import { writeTlogProof } from '#ledger';
import type { Viewer } from '../access';
import { unavailable, validationFailed } from '../errors';
import { validQuery } from '../http/valid-query';
import { historyPart } from '../ledger/history-part';
import {
  COUNT,
  hashRoutes,
  NOT_AT_ALL,
  NotThere,
  provedIn,
  serveTreeRoutes,
  TEXT,
} from '../ledger/tree.routes';
import type { TreeRoute, TreeRoutesOptions } from '../ledger/tree.routes';
import { COSTS } from '../rates';
import type { AccessRecords } from './access-records';

interface AccessRecordsOptions extends TreeRoutesOptions {
  readonly records: AccessRecords;
}

const FOLDER = '/ledger/access';
const RANGE = z.strictObject({ from: COUNT, to: COUNT });
/** What is asked for at once. */
const MOST_RECORDS = 10_000;
const PORTION = 256;

/** Who looked, for whoever verifies it: the tree as that of the history, and the records that are kept. */
export function serveAccessRecords(fastify: FastifyInstance, options: AccessRecordsOptions): void {
  const { records } = options;
  const ofTree = { operation: 'AccessRecords.tree', area: 'ACCESS_RECORDS' } as const;
  const ofRecords = { operation: 'AccessRecords.records', area: 'ACCESS_RECORDS' } as const;
  const routes: readonly TreeRoute[] = [
    ...hashRoutes(
      FOLDER,
      () =>
        Promise.resolve({
          store: records.tree.store,
          latest: () => records.tree.checkpoint(),
          publishedKeys: () => Promise.resolve(records.publishedKeys()),
        }),
      () => ofTree,
    ),
    {
      ...ofRecords,
      path: `${FOLDER}/proof/:file`,
      answer: async (request, reply, viewer) => {
        const checkpoint = await records.tree.checkpoint();
        if (checkpoint === undefined) throw unavailable();
        const proved = await records.prove(provedIn(request), checkpoint);
        if (proved === undefined || !(await isSeen(proved.record.concerns, viewer))) {
          throw new NotThere();
        }
        const { number: index, hashes, entry: extra } = proved;
        const proof = writeTlogProof({ index, hashes, checkpoint: checkpoint.note, extra });
        return reply.type(TEXT).header('cache-control', NOT_AT_ALL).send(proof);
      },
    },
    {
      ...ofRecords,
      path: `${FOLDER}/records`,
      cost: ({ query }) => COSTS.operation + recordsAsked(query) * COSTS.event,
      answer: ({ query }, reply, viewer) => {
        const { from, to } = validQuery(RANGE, query);
        if (to - from > MOST_RECORDS) {
          const message = `must be at most ${MOST_RECORDS} after from`;
          throw validationFailed([{ field: 'to', rule: 'atMost', message }]);
        }
        return Promise.resolve(
          reply
            .type('application/x-ndjson')
            .header('cache-control', NOT_AT_ALL)
            .headers(historyPart('ACCESS_RECORDS', viewer))
            .send(Readable.from(linesOf(records, from, to, viewer))),
        );
      },
    },
  ];
  serveTreeRoutes(fastify, routes, options);
}

/** `{"index":…,"entry":"…"}`: the leaf is the hash of the entry as it is written there. Dropped ones are left out. */
async function* linesOf(
  { store }: AccessRecords,
  from: number,
  to: number,
  viewer: Viewer | undefined,
): AsyncGenerator<string, void, undefined> {
  for (let next = from; next < to;) {
    const kept = await store.slice(next, Math.min(PORTION, to - next));
    if (kept.length === 0) return;
    for (const { number: index, entry } of kept) {
      if (entry === undefined || !(await isSeen(recordOf(entry).concerns, viewer))) continue;
      yield `${JSON.stringify({ index, entry })}\n`;
    }
    next = (kept.at(-1)?.number ?? to) + 1;
  }
}

async function isSeen(concerns: readonly string[], viewer: Viewer | undefined): Promise<boolean> {
  return viewer?.sight.sees('ACCESS_RECORDS', concerns) ?? false;
}

/** Before it is known whether they are right. */
function recordsAsked(query: unknown): number {
  const asked = RANGE.safeParse(query);
  return asked.success ? Math.min(MOST_RECORDS, Math.max(0, asked.data.to - asked.data.from)) : 0;
}
