import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { compare } from '../compare';
import { makeLargeLog } from '../synthetic/large-log';
import type { Round } from '../parts/part';
import type { ReadLogRequest } from '../parts/read-log.part';
import type { RebuildRequest } from '../parts/rebuild.part';
import { comparedResult } from './compared-result';

export const rebuildBenchmark: Benchmark = {
  name: 'rebuild',
  async run(bench) {
    const { log, events } = await makeLargeLog(bench, bench.isQuick ? 3_000 : 20_000);
    const views = join(bench.folder, 'views.db');
    const subject = await bench.start<void, RebuildRequest, Round>('rebuild');
    const floor = await bench.start<void, ReadLogRequest, Round>('read-log');
    const compared = await compare({
      rounds: bench.rounds,
      subject: () => subject.ask({ log, views }),
      floor: () => floor.ask({ log }),
    });
    return comparedResult({
      name: 'rebuild',
      title: 'rebuild of all projections / reading and parsing the same events',
      bytesEach: statSync(log).size / events,
      compared,
      subject,
      floor,
      aim: { kind: 'ratio', atLeast: 0.3 },
    });
  },
};
