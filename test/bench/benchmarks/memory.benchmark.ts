import { statSync } from 'node:fs';
import { join } from 'node:path';
import { MIB } from '../benchmark';
import type { Benchmark } from '../benchmark';
import { makeLargeLog } from '../synthetic/large-log';
import type { Round } from '../parts/part';
import type { RebuildRequest } from '../parts/rebuild.part';

export const memoryBenchmark: Benchmark = {
  name: 'memory',
  async run(bench) {
    const { log, events } = await makeLargeLog(bench, bench.isQuick ? 20_000 : 1_000_000);
    const subject = await bench.start<void, RebuildRequest, Round>('rebuild');
    const { units, seconds } = await subject.ask({ log, views: join(bench.folder, 'views.db') });
    return {
      name: 'memory',
      title: 'rebuild of all projections over a large log',
      unit: 'events',
      units,
      bytesEach: statSync(log).size / events,
      subjectPerSecond: units / seconds,
      peakMemory: await subject.peakMemory(),
      aim: { kind: 'memory', below: 512 * MIB },
    };
  },
};
