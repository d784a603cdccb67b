import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import type { Round } from '../parts/part';
import type { RawInsertsRequest } from '../parts/raw-inserts.part';
import type { ReadRowsRequest } from '../parts/read-rows.part';
import { makeEmptyLog } from '../synthetic/empty-log';
import { compareAppends, compareSubscriptions } from './log-comparison';

/** One append after the other, each committed; and many at once, committed together. */
export const sqliteAppend = appends('sqlite-append', 1, 5_000);
export const sqliteAppend100 = appends('sqlite-append-100', 100, 20_000);

export const sqliteSubscribe: Benchmark = {
  name: 'sqlite-subscribe',
  async run(bench) {
    const url = join(bench.folder, 'log.db');
    const floor = await bench.start<void, ReadRowsRequest, Round>('read-rows');
    const compared = { name: 'sqlite-subscribe', against: 'rows read and parsed' };
    return compareSubscriptions(bench, compared, {
      address: { url },
      floor,
      request: { log: url },
    });
  },
};

function appends(name: string, atATime: number, count: number): Benchmark {
  return {
    name,
    async run(bench) {
      const base = join(bench.folder, 'empty.db');
      await makeEmptyLog(base);
      const url = join(bench.folder, 'log.db');
      const floor = await bench.start<void, RawInsertsRequest, Round>('raw-inserts');
      return compareAppends(
        bench,
        { name, against: `raw inserts, ${atATime} to a commit`, atATime, appends: count },
        {
          address: { url },
          floor,
          // What the subject appended in the round before it, which begins behind those of earlier rounds.
          request: (request, round) => ({
            from: url,
            after: round * request.appends,
            base,
            perCommit: atATime,
          }),
        },
      );
    },
  };
}
