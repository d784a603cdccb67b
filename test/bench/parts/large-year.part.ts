import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as yieldToRequests } from 'node:timers/promises';
import { DocumentCache, ProjectionRun } from '#projection-engine';
import type { RecordedFact } from '#projection-engine';
import { PROJECTIONS } from '#projections';
import type { DocumentStore } from '#read-models';
import { openMongoDocumentStore } from '#read-models/mongodb';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { LargeYears } from '../synthetic/large-year';
import type { LargeYearKind } from '../synthetic/large-year';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface LargeYearOptions {
  readonly kind: LargeYearKind;
  /** `mongodb:…`, or the path of a file; anything there is dropped. */
  readonly store: string;
}

export interface LargeYearRequest {
  /** In which the facts are recorded; begun when it is new. */
  readonly organisation: string;
  /** Recorded before the clock runs, where they are not yet. */
  readonly before: number;
  readonly facts: number;
}

export interface LargeYearRound extends Round {
  /** The longest time that nobody else had the thread, in milliseconds. */
  readonly held: number;
}

const BUILDING = 500;
/** A moment of an office that enters a pile of papers. */
const BATCH = 20;
/** As the engine has for all its projections. */
const CACHED_CHARACTERS = 12 * 1024 * 1024;
const TICK_MS = 1;

servePart(async ({ kind, store: address }: LargeYearOptions) => {
  const store = address.startsWith('mongodb:')
    ? openMongoDocumentStore({ url: address })
    : openSqliteDocumentStore({ path: address });
  await store.dropEverything();
  const runs = await openAll(store);
  const log = new LargeYears(kind);
  const recorded = new Map<string, number>();

  const apply = async (events: readonly RecordedFact[]): Promise<void> => {
    for (const run of runs) {
      await run.apply(events);
      await yieldToRequests();
    }
  };
  const record = async (organisation: string, facts: number): Promise<void> => {
    const known = recorded.get(organisation);
    if (known === undefined) await apply(log.begin(organisation));
    await apply(log.facts(organisation, known ?? 0, facts));
    recorded.set(organisation, (known ?? 0) + facts);
  };
  const ask = async ({
    organisation,
    before,
    facts,
  }: LargeYearRequest): Promise<LargeYearRound> => {
    for (let known = recorded.get(organisation) ?? 0; known < before; known += BUILDING) {
      await record(organisation, Math.min(BUILDING, before - known));
    }
    const delays = monitorEventLoopDelay({ resolution: TICK_MS });
    delays.enable();
    const start = performance.now();
    for (let done = 0; done < facts; done += BATCH) await record(organisation, BATCH);
    const seconds = (performance.now() - start) / 1000;
    delays.disable();
    return { units: facts, seconds, held: delays.max / 1e6 - TICK_MS };
  };
  return { ready: undefined, ask, close: () => store.close() };
});

async function openAll(store: DocumentStore): Promise<readonly ProjectionRun[]> {
  const cache = new DocumentCache(CACHED_CHARACTERS);
  const runs: ProjectionRun[] = [];
  for (const projection of PROJECTIONS) {
    const request = {
      projection: `${projection.name}@${projection.version}`,
      holder: 'bench',
      ttlMs: 3_600_000,
      now: Date.now(),
    };
    const owner = await store.lease.acquire(request);
    if (owner === undefined) throw new Error('A new store has no other owner');
    const run = await ProjectionRun.open(projection, store, owner, cache);
    await run.activate();
    runs.push(run);
  }
  return runs;
}
