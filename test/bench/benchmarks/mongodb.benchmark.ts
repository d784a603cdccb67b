import { statSync } from 'node:fs';
import type { Benchmark } from '../benchmark';
import { compare } from '../compare';
import type { MongodbBulkRequest } from '../parts/mongodb-bulk.part';
import type { MongodbRebuildRequest } from '../parts/mongodb-rebuild.part';
import type { Round } from '../parts/part';
import { makeLargeLog } from '../synthetic/large-log';
import { MONGODB_URL, mongodbDatabase } from './mongodb-database';

export const mongodbBenchmark: Benchmark = {
  name: 'mongodb',
  needs: MONGODB_URL,
  async run(bench) {
    const { log, events } = await makeLargeLog(bench, bench.isQuick ? 300 : 10_000);
    const [url, into] = [mongodbDatabase('views'), mongodbDatabase('bulk')];
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
