import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { compare } from '../compare';
import { makeLargeLog } from '../synthetic/large-log';
import type { ProofRound, TreeOptions } from '../parts/inclusion-proof.part';
import type { BesideRound } from '../parts/ledger-beside.part';
import type { Round } from '../parts/part';
import type { ReadLogRequest } from '../parts/read-log.part';
import type { RebuildRequest } from '../parts/rebuild.part';
import type { LedgerRequest, SignedRound } from '../parts/timed-ledger';
import { comparedResult } from './compared-result';

const HASH_BYTES = 32;

export const ledgerBenchmark: Benchmark = {
  name: 'ledger',
  async run(bench) {
    const { log, events } = await makeLargeLog(bench, bench.isQuick ? 3_000 : 20_000);
    const folder = join(bench.folder, 'ledger');
    const subject = await bench.start<void, LedgerRequest, SignedRound>('ledger');
    const floor = await bench.start<void, ReadLogRequest, Round>('read-log');
    const compared = await compare({
      rounds: bench.rounds,
      subject: () => subject.ask({ log, folder }),
      floor: () => floor.ask({ log }),
    });
    return comparedResult({
      name: 'ledger',
      title: 'the ledger of a log, signed / reading and parsing the same events',
      bytesEach: statSync(log).size / events,
      compared,
      subject,
      floor,
      aim: { kind: 'rate', atLeast: 30_000 },
    });
  },
};

export const ledgerBesideBenchmark: Benchmark = {
  name: 'ledger-beside',
  async run(bench) {
    const { log, events } = await makeLargeLog(bench, bench.isQuick ? 3_000 : 20_000);
    const request = {
      log,
      folder: join(bench.folder, 'ledger'),
      views: join(bench.folder, 'views.db'),
    };
    const both = await bench.start<void, LedgerRequest & RebuildRequest, BesideRound>(
      'ledger-beside',
    );
    const compared = await compare({
      rounds: bench.rounds,
      subject: () => both.ask(request),
      floor: (_, { projections }) => Promise.resolve(projections),
    });
    return comparedResult({
      name: 'ledger-beside',
      title: 'the ledger of a log / all projections of it, at the same time on one thread',
      bytesEach: statSync(log).size / events,
      compared,
      subject: both,
      floor: both,
      aim: { kind: 'ratio', atLeast: 1 },
    });
  },
};

export const inclusionProofBenchmark: Benchmark = {
  name: 'inclusion-proof',
  async run(bench) {
    const leaves = bench.isQuick ? 10_000 : 1_000_000;
    const options: TreeOptions = { folder: join(bench.folder, 'ledger'), leaves };
    const subject = await bench.start<void, void, ProofRound>('inclusion-proof', options);
    await subject.ask();
    const { units, seconds, hashes, tiles } = await subject.ask();
    return {
      name: 'inclusion-proof',
      title: `proofs of one leaf among ${leaves.toLocaleString('en')}, from ${tiles} tiles at most`,
      unit: 'proofs',
      units,
      bytesEach: hashes * HASH_BYTES,
      subjectPerSecond: units / seconds,
      peakMemory: await subject.peakMemory(),
      aim: { kind: 'hashes', below: 100, measured: hashes },
    };
  },
};
