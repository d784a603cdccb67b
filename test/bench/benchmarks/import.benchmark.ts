import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { compare } from '../compare';
import { writeBundle } from '../synthetic/write-bundle';
import { makeEmptyLog } from '../synthetic/empty-log';
import type { Imported, ImportRequest } from '../parts/import.part';
import type { RawInserts, RawInsertsRequest } from '../parts/raw-inserts.part';

export const importBenchmark: Benchmark = {
  name: 'import',
  async run(bench) {
    const bundle = join(bench.folder, 'bundle');
    const cellsPerWard = bench.isQuick ? 5 : 12;
    const rows = writeBundle(bundle, {
      wards: 2,
      cellsPerWard,
      membersPerCell: 12,
      years: [2023, 2024],
    });
    bench.say(`${rows} rows`);
    const empty = join(bench.folder, 'empty.db');
    await makeEmptyLog(empty);
    const log = join(bench.folder, 'imported.db');

    const subject = await bench.start<void, ImportRequest, Imported>('import');
    const floor = await bench.start<void, RawInsertsRequest, RawInserts>('raw-inserts');
    let bytes = 0;
    const compared = await compare({
      rounds: bench.rounds,
      subject: async (round) => {
        const dataDir = join(bench.folder, `data-${round}`);
        const imported = await subject.ask({ bundle, dataDir });
        copyFileSync(imported.log, log);
        rmSync(dataDir, { recursive: true });
        return imported;
      },
      floor: async () => {
        const inserted = await floor.ask({ from: log, after: 0, base: empty });
        bytes = inserted.bytes;
        return inserted;
      },
    });
    return {
      name: 'import',
      title: 'import, in events recorded / raw group-committed inserts',
      unit: 'events',
      units: compared.units,
      bytesEach: bytes / compared.units,
      subjectPerSecond: compared.subjectPerSecond,
      comparison: { ...compared, floorPeakMemory: await floor.peakMemory() },
      peakMemory: await subject.peakMemory(),
      aim: { kind: 'ratio', atLeast: 0.3 },
    };
  },
};
