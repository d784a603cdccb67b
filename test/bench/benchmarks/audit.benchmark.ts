import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Benchmark, Result } from '../benchmark';
import { compare } from '../compare';
import type { Sides } from '../compare';
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
import { comparedResult } from './compared-result';

/** It is told, and nothing was promised. */
const NONE = { kind: 'none' } as const;

/** A log, and the ledger beside it. */
interface Signed {
  readonly log: string;
  readonly keys: readonly string[];
  readonly bytesEach: number;
}

interface Opened {
  readonly subject: PartProcess<void, never, Round>;
  readonly floor: PartProcess<void, never, Round>;
  readonly turns: Pick<Sides<Round>, 'subject' | 'floor'>;
}

interface About extends Pick<Result, 'name' | 'title' | 'aim'> {
  readonly makeLog: (bench: Bench) => Promise<string>;
  readonly mostRounds?: number;
}

/** Something that an auditor does with a history that was signed. */
function auditBenchmark(
  { makeLog, mostRounds = Infinity, ...about }: About,
  open: (bench: Bench, signed: Signed) => Promise<Opened>,
): Benchmark {
  return {
    name: about.name,
    async run(bench) {
      const signed = await signedLog(bench, await makeLog(bench));
      const { subject, floor, turns } = await open(bench, signed);
      const compared = await compare({ rounds: Math.min(bench.rounds, mostRounds), ...turns });
      return comparedResult({ ...about, bytesEach: signed.bytesEach, compared, subject, floor });
    },
  };
}

export const exportBenchmark = auditBenchmark(
  {
    name: 'export',
    title: 'export of a log / reading and parsing the same events',
    makeLog: makeSome,
    aim: NONE,
  },
  async (bench, { log }) => {
    const subject = await bench.start<void, ExportLogRequest, Round>('export');
    const floor = await bench.start<void, ReadLogRequest, Round>('read-log');
    const to = join(bench.folder, 'export');
    const turns = {
      subject: () => subject.ask({ log, dataDir: bench.folder, to }),
      floor: () => floor.ask({ log }),
    };
    return { subject, floor, turns };
  },
);

export const verifyBenchmark = auditBenchmark(
  {
    name: 'verify',
    title: 'verifying an export / unzipping and parsing its lines',
    makeLog: makeSome,
    aim: NONE,
  },
  async (bench, signed) => {
    const folder = await exported(bench, signed);
    const subject = await bench.start<void, VerifyExportRequest, Round>('verify');
    const floor = await bench.start<void, ReadExportRequest, Round>('read-export');
    const turns = {
      subject: () => subject.ask({ folder, keys: signed.keys }),
      floor: () => floor.ask({ folder }),
    };
    return { subject, floor, turns };
  },
);

export const replayBenchmark = auditBenchmark(
  {
    name: 'replay',
    title: 'replay of the export of a district of 270 cells / rebuild of all projections',
    makeLog: makeDistrict,
    mostRounds: 3,
    // Twice as long at most.
    aim: { kind: 'ratio', atLeast: 0.5 },
  },
  async (bench, signed) => {
    const folder = await exported(bench, signed);
    const subject = await bench.start<void, ReplayExportRequest, Round>('replay');
    const floor = await bench.start<void, RebuildRequest, Round>('rebuild');
    const views = join(bench.folder, 'views.db');
    const turns = {
      subject: () => subject.ask({ folder }),
      floor: () => floor.ask({ log: signed.log, views }),
    };
    return { subject, floor, turns };
  },
);

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
  return { log, keys, bytesEach: statSync(log).size / units };
}

async function exported(bench: Bench, { log }: Signed): Promise<string> {
  const to = join(bench.folder, 'export');
  const part = await bench.start<void, ExportLogRequest, Round>('export');
  await part.ask({ log, dataDir: bench.folder, to });
  await part.close();
  return to;
}
