import { join } from 'node:path';
import type { Bench, Benchmark, Result } from '../benchmark';
import { compare } from '../compare';
import { LARGE_YEAR_KINDS, bytesOfFact } from '../synthetic/large-year';
import type { LargeYearKind } from '../synthetic/large-year';
import type { LargeYearOptions, LargeYearRequest, LargeYearRound } from '../parts/large-year.part';
import { MONGODB_URL, mongodbDatabase } from './mongodb-database';

const SMALL = 100;
const ROUND = 100;

export const largeYearBenchmarks: readonly Benchmark[] = [
  ...LARGE_YEAR_KINDS.map((kind) => ({
    name: `large-year-${kind}`,
    run: (bench: Bench) =>
      measured(bench, `large-year-${kind}`, kind, (side) => join(bench.folder, `${side}.db`)),
  })),
  ...LARGE_YEAR_KINDS.map((kind) => ({
    name: `large-year-mongodb-${kind}`,
    needs: MONGODB_URL,
    run: (bench: Bench) =>
      measured(bench, `large-year-mongodb-${kind}`, kind, (side) => mongodbDatabase(side)),
  })),
];

/** What a fact costs when the organisation's year has many of the kind, by what it costs when it has few. */
async function measured(
  bench: Bench,
  name: string,
  kind: LargeYearKind,
  storeOf: (side: string) => string,
): Promise<Result> {
  const large = bench.isQuick ? 1_000 : 10_000;
  const start = (side: string) =>
    bench.start<void, LargeYearRequest, LargeYearRound>('large-year', {
      kind,
      store: storeOf(side),
    } satisfies LargeYearOptions);
  const subject = await start('large');
  const floor = await start('small');
  bench.say(`recording ${large} facts`);
  const held: number[] = [];
  const compared = await compare({
    rounds: bench.rounds,
    subject: async () => {
      const round = await subject.ask({ organisation: 'cell', before: large, facts: ROUND });
      held.push(round.held);
      return round;
    },
    // Another cell in each round: a year with few facts does not stay one.
    floor: (round) => floor.ask({ organisation: `cell-${round}`, before: SMALL, facts: ROUND }),
  });
  bench.say(`held the thread for ${Math.max(...held).toFixed(0)} ms at most`);
  return {
    name,
    title: `recording ${kind} in a year with ${large.toLocaleString('en')} / with ${SMALL}`,
    unit: 'facts',
    units: compared.units,
    bytesEach: bytesOfFact(kind),
    subjectPerSecond: compared.subjectPerSecond,
    comparison: { ...compared, floorPeakMemory: await floor.peakMemory() },
    peakMemory: await subject.peakMemory(),
    aim: { kind: 'ratio', atLeast: 0.5 },
  };
}
