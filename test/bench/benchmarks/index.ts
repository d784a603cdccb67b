import type { Benchmark } from '../benchmark';
import { commandsBenchmark } from './commands.benchmark';
import { importBenchmark } from './import.benchmark';
import { memoryBenchmark } from './memory.benchmark';
import { mongodbBenchmark } from './mongodb.benchmark';
import { mutationsBenchmark } from './mutations.benchmark';
import { rebuildBenchmark } from './rebuild.benchmark';
import { scorecardsBenchmark } from './scorecards.benchmark';

export const BENCHMARKS: readonly Benchmark[] = [
  commandsBenchmark,
  mutationsBenchmark,
  importBenchmark,
  rebuildBenchmark,
  memoryBenchmark,
  scorecardsBenchmark,
  mongodbBenchmark,
];
