import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Benchmark } from '../benchmark';
import { compare } from '../compare';
import type { HistoryOptions, HistoryRequest } from '../parts/history.part';
import type { Round } from '../parts/part';
import { makeLargeLog } from '../synthetic/large-log';

const TIMES_LARGER = 10;

/** What a page of the history costs, whatever the size of the log. */
export const historyBenchmark: Benchmark = {
  name: 'history',
  async run(bench) {
    const events = bench.isQuick ? 3_000 : 20_000;
    const large = await pagesOf(bench, 'large', TIMES_LARGER * events);
    const small = await pagesOf(bench, 'small', events);
    const pages = bench.isQuick ? 50 : 500;
    const compared = await compare({
      rounds: bench.rounds,
      subject: () => large.ask({ pages }),
      floor: () => small.ask({ pages }),
    });
    return {
      name: 'history',
      title: `the last 50 events of two types below a committee, in a log ${TIMES_LARGER} times as large / in one of ${events}`,
      unit: 'pages',
      units: compared.units,
      bytesEach: 0,
      subjectPerSecond: compared.subjectPerSecond,
      comparison: { ...compared, floorPeakMemory: await small.peakMemory() },
      peakMemory: await large.peakMemory(),
      aim: { kind: 'ratio', atLeast: 0.9 },
    };
  },
};

async function pagesOf(bench: Bench, name: string, events: number) {
  const folder = join(bench.folder, name);
  mkdirSync(folder);
  const { log } = await makeLargeLog({ ...bench, folder }, events);
  const views = join(bench.folder, `${name}-views.db`);
  return bench.start<void, HistoryRequest, Round>('history', {
    log,
    views,
  } satisfies HistoryOptions);
}
