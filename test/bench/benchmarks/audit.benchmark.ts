import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Benchmark, Result } from '../benchmark';
import { compare } from '../compare';
import type { Compared } from '../compare';
import type { ExportLogRequest } from '../parts/export.part';
import type { Imported, ImportRequest } from '../parts/import.part';
import type { Round } from '../parts/part';
import type { PartProcess } from '../parts/part-process';
import type { ReadExportRequest } from '../parts/read-export.part';
import type { ReadLogRequest } from '../parts/read-log.part';
import type { RebuildRequest } from '../parts/rebuild.part';
import type { ReplayExportRequest } from '../parts/replay.part';
import type { LedgerRequest, SignedRound } from '../parts/timed-ledger';
import type { VerifyExportRequest } from '../parts/verify.part';
import { makeLargeLog } from '../synthetic/large-log';
import { writeBundle } from '../synthetic/write-bundle';

/** A log, and the ledger beside it. */
interface Signed {
  readonly log: string;
  readonly ledger: string;
  readonly keys: readonly string[];
  readonly bytesEach: number;
}

export const exportBenchmark: Benchmark = {
  name: 'export',
  async run(bench) {
    const signed = await signedLog(bench, await makeSome(bench));
    const { log, ledger } = signed;
    const subject = await bench.start<void, ExportLogRequest, Round>('export');
    const floor = await bench.start<void, ReadLogRequest, Round>('read-log');
    const to = join(bench.folder, 'export');
    const compared = await compare({
      rounds: bench.rounds,
      subject: () => subject.ask({ log, ledger, to }),
      floor: () => floor.ask({ log }),
    });
    const title = 'export of a log / reading and parsing the same events';
    return resultOf({ name: 'export', title, signed, compared, subject, floor });
  },
};

export const verifyBenchmark: Benchmark = {
  name: 'verify',
  async run(bench) {
    const signed = await signedLog(bench, await makeSome(bench));
    const folder = await exported(bench, signed);
    const subject = await bench.start<void, VerifyExportRequest, Round>('verify');
    const floor = await bench.start<void, ReadExportRequest, Round>('read-export');
    const compared = await compare({
      rounds: bench.rounds,
      subject: () => subject.ask({ folder, keys: signed.keys }),
      floor: () => floor.ask({ folder }),
    });
    const title = 'verifying an export / unzipping and parsing its lines';
    return resultOf({ name: 'verify', title, signed, compared, subject, floor });
  },
};

export const replayBenchmark: Benchmark = {
  name: 'replay',
  async run(bench) {
    const signed = await signedLog(bench, await makeDistrict(bench));
    const folder = await exported(bench, signed);
    const subject = await bench.start<void, ReplayExportRequest, Round>('replay');
    const floor = await bench.start<void, RebuildRequest, Round>('rebuild');
    const views = join(bench.folder, 'views.db');
    const compared = await compare({
      rounds: Math.min(bench.rounds, 3),
      subject: () => subject.ask({ folder }),
      floor: () => floor.ask({ log: signed.log, views }),
    });
    const title = 'replay of the export of a district of 270 cells / rebuild of all projections';
    const measured = { name: 'replay', title, signed, compared, subject, floor };
    // Twice as long at most.
    return { ...(await resultOf(measured)), aim: { kind: 'ratio', atLeast: 0.5 } };
  },
};

async function makeSome(bench: Bench): Promise<string> {
  const { log } = await makeLargeLog(bench, bench.isQuick ? 3_000 : 100_000);
  return log;
}

async function makeDistrict(bench: Bench): Promise<string> {
  const bundle = join(bench.folder, 'district');
  const [wards, cellsPerWard] = bench.isQuick ? [2, 3] : [9, 30];
  writeBundle(bundle, { wards, cellsPerWard, membersPerCell: 12, years: [2023, 2024] });
  const imports = await bench.start<void, ImportRequest, Imported>('import');
  const { log, units } = await imports.ask({ bundle, dataDir: join(bench.folder, 'data') });
  await imports.close();
  bench.say(`${units} events in the log`);
  return log;
}

async function signedLog(bench: Bench, log: string): Promise<Signed> {
  const ledger = join(bench.folder, 'ledger');
  const part = await bench.start<void, LedgerRequest, SignedRound>('ledger');
  const { keys, units } = await part.ask({ log, folder: ledger });
  await part.close();
  return { log, ledger, keys, bytesEach: statSync(log).size / units };
}

async function exported(bench: Bench, { log, ledger }: Signed): Promise<string> {
  const to = join(bench.folder, 'export');
  const part = await bench.start<void, ExportLogRequest, Round>('export');
  await part.ask({ log, ledger, to });
  await part.close();
  return to;
}

interface Measured {
  readonly name: string;
  readonly title: string;
  readonly signed: Signed;
  readonly compared: Compared;
  readonly subject: Process;
  readonly floor: Process;
}

type Process = Pick<PartProcess<void, void, Round>, 'peakMemory'>;

async function resultOf(measured: Measured): Promise<Result> {
  const { name, title, signed, compared, subject, floor } = measured;
  return {
    name,
    title,
    unit: 'events',
    units: compared.units,
    bytesEach: signed.bytesEach,
    subjectPerSecond: compared.subjectPerSecond,
    comparison: { ...compared, floorPeakMemory: await floor.peakMemory() },
    peakMemory: await subject.peakMemory(),
    aim: { kind: 'none' },
  };
}
