import { statSync } from 'node:fs';
import type { Benchmark } from '../benchmark';
import { compare } from '../compare';
import type { MongodbBulkRequest } from '../parts/mongodb-bulk.part';
import type { MongodbRebuildRequest } from '../parts/mongodb-rebuild.part';
import type { Round } from '../parts/part';
import { makeLargeLog } from '../synthetic/large-log';

const NEEDS = 'TEST_MONGODB_URL';
/** What is compared is the time for all; a server that takes long for one answer is no less a server. */
const UNHURRIED = 'socketTimeoutMS=600000&connectTimeoutMS=600000&wtimeoutMS=600000';

export const mongodbBenchmark: Benchmark = {
  name: 'mongodb',
  needs: NEEDS,
  async run(bench) {
    const { log, events } = await makeLargeLog(bench, bench.isQuick ? 300 : 10_000);
    const database = (name: string) => {
      const url = new URL(process.env[NEEDS] ?? '');
      url.pathname = `/bench-${name}`;
      url.search = UNHURRIED;
      return url.href;
    };
    const [url, into] = [database('views'), database('bulk')];
    const subject = await bench.start<void, MongodbRebuildRequest, Round>('mongodb-rebuild');
    const floor = await bench.start<void, MongodbBulkRequest, Round>('mongodb-bulk');
    const compared = await compare({
      rounds: bench.rounds,
      subject: () => subject.ask({ log, url }),
      // Both are counted in the events that the documents are made of.
      floor: async (_, { units }) => ({ ...(await floor.ask({ from: url, into })), units }),
    });
    return {
      name: 'mongodb',
      title: 'rebuild of all projections in MongoDB / the same documents in bare unordered bulks',
      unit: 'events',
      units: compared.units,
      bytesEach: statSync(log).size / events,
      subjectPerSecond: compared.subjectPerSecond,
      comparison: { ...compared, floorPeakMemory: await floor.peakMemory() },
      peakMemory: await subject.peakMemory(),
      aim: { kind: 'ratio', atLeast: 0.6 },
    };
  },
};
