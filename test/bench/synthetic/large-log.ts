import { join } from 'node:path';
import type { Bench } from '../benchmark';
import type { CopyDistrictRequest } from '../parts/copy-district.part';
import type { Imported, ImportRequest } from '../parts/import.part';
import type { Round } from '../parts/part';
import { writeBundle } from './write-bundle';

export interface LargeLog {
  readonly log: string;
  readonly events: number;
}

/** A log of as many districts as it takes for so many events: one is imported, the others are copies of it. */
export async function makeLargeLog(bench: Bench, events: number): Promise<LargeLog> {
  const bundle = join(bench.folder, 'district');
  const cellsPerWard = bench.isQuick ? 3 : 10;
  writeBundle(bundle, { wards: 3, cellsPerWard, membersPerCell: 12, years: [2023, 2024] });
  const imports = await bench.start<void, ImportRequest, Imported>('import');
  const imported = await imports.ask({ bundle, dataDir: join(bench.folder, 'template') });
  await imports.close();

  const log = join(bench.folder, 'large.db');
  const copies = await bench.start<void, CopyDistrictRequest, Round>('copy-district');
  const { units } = await copies.ask({ from: imported.log, to: log, events });
  await copies.close();
  bench.say(`${units} events in the log`);
  return { log, events: units };
}
