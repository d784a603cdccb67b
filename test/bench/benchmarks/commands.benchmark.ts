import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { compare } from '../compare';
import { districtOf } from '../synthetic/district';
import { writeBundle } from '../synthetic/write-bundle';
import type { Commanded, CommandsRequest } from '../parts/commands.part';
import type { Imported, ImportRequest } from '../parts/import.part';
import type { RawInserts, RawInsertsRequest } from '../parts/raw-inserts.part';

export const commandsBenchmark: Benchmark = {
  name: 'commands',
  async run(bench) {
    const size = {
      wards: 10,
      cellsPerWard: bench.isQuick ? 20 : 100,
      membersPerCell: 0,
      years: [],
    };
    const bundle = join(bench.folder, 'bundle');
    const base = await imported();
    const log = join(bench.folder, 'commands.db');
    const organisations = districtOf(size).cells.map(({ id }) => id);

    const subject = await bench.start<void, CommandsRequest, Commanded>('commands');
    const floor = await bench.start<void, RawInsertsRequest, RawInserts>('raw-inserts');
    let bytes = 0;
    const compared = await compare({
      rounds: bench.rounds,
      subject: (round) => subject.ask({ base, log, organisations, round }),
      floor: async (_, { after }) => {
        const inserted = await floor.ask({ from: log, after, base });
        bytes = inserted.bytes;
        return inserted;
      },
    });
    return {
      name: 'commands',
      title: 'commands in process / raw group-committed inserts',
      unit: 'events',
      units: compared.units,
      bytesEach: bytes / compared.units,
      subjectPerSecond: compared.subjectPerSecond,
      comparison: { ...compared, floorPeakMemory: await floor.peakMemory() },
      peakMemory: await subject.peakMemory(),
      aim: { kind: 'ratio', atLeast: 0.4 },
    };

    async function imported(): Promise<string> {
      writeBundle(bundle, size);
      const setUp = await bench.start<void, ImportRequest, Imported>('import');
      const { log: made } = await setUp.ask({ bundle, dataDir: join(bench.folder, 'base') });
      await setUp.close();
      return made;
    }
  },
};
