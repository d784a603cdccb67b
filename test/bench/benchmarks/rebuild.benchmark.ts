import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Aim, Bench, Benchmark, Result } from '../benchmark';
import { compare } from '../compare';
import { makeLargeLog } from '../synthetic/large-log';
import type { Round } from '../parts/part';
import type { ReadLogRequest } from '../parts/read-log.part';
import type { RebuildRequest } from '../parts/rebuild.part';
import { comparedResult } from './compared-result';

export const rebuildBenchmark: Benchmark = {
  name: 'rebuild',
  run: (bench) =>
    rebuilt(bench, {
      name: 'rebuild',
      what: 'all projections',
      aim: { kind: 'ratio', atLeast: 0.3 },
    }),
};

/** At 8 µs to read and parse an event, the aim is 12 µs for its places in the timeline. */
export const timelineBenchmark: Benchmark = {
  name: 'timeline',
  run: (bench) =>
    rebuilt(bench, {
      name: 'timeline',
      what: 'the timeline alone',
      only: 'timeline',
      // Twelve microseconds an event, with reading it.
      aim: { kind: 'rate', atLeast: 83_000 },
    }),
};

interface Rebuilt {
  readonly name: string;
  readonly what: string;
  /** A projection. */
  readonly only?: string;
  readonly aim: Aim;
}

async function rebuilt(bench: Bench, { name, what, only, aim }: Rebuilt): Promise<Result> {
  const { log, events } = await makeLargeLog(bench, bench.isQuick ? 3_000 : 20_000);
  const views = join(bench.folder, 'views.db');
  const subject = await bench.start<void, RebuildRequest, Round>('rebuild');
  const floor = await bench.start<void, ReadLogRequest, Round>('read-log');
  const compared = await compare({
    rounds: bench.rounds,
    subject: () => subject.ask({ log, views, ...(only !== undefined && { only }) }),
    floor: () => floor.ask({ log }),
  });
  return comparedResult({
    name,
    title: `rebuild of ${what} / reading and parsing the same events`,
    bytesEach: statSync(log).size / events,
    compared,
    subject,
    floor,
    aim,
  });
}
