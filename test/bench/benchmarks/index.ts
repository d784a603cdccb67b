import type { Benchmark } from '../benchmark';
import { exportBenchmark, replayBenchmark, verifyBenchmark } from './audit.benchmark';
import { commandsBenchmark } from './commands.benchmark';
import {
  eventStoreDbAppend,
  eventStoreDbAppend100,
  eventStoreDbSubscribe,
} from './eventstoredb.benchmark';
import { historyBenchmark } from './history.benchmark';
import { importBenchmark } from './import.benchmark';
import { largeYearBenchmarks } from './large-year.benchmark';
import {
  inclusionProofBenchmark,
  ledgerBenchmark,
  ledgerBesideBenchmark,
} from './ledger.benchmark';
import { memoryBenchmark } from './memory.benchmark';
import { mongodbBenchmark } from './mongodb.benchmark';
import { mutationsBenchmark } from './mutations.benchmark';
import { rebuildBenchmark, timelineBenchmark } from './rebuild.benchmark';
import { scopeBenchmark } from './scope.benchmark';
import { scorecardsBenchmark } from './scorecards.benchmark';
import { idleSubscribersBenchmark, toldSubscribersBenchmark } from './subscribers.benchmark';
import { sqliteAppend, sqliteAppend100, sqliteSubscribe } from './sqlite.benchmark';

export const BENCHMARKS: readonly Benchmark[] = [
  commandsBenchmark,
  mutationsBenchmark,
  importBenchmark,
  rebuildBenchmark,
  timelineBenchmark,
  historyBenchmark,
  memoryBenchmark,
  scorecardsBenchmark,
  scopeBenchmark,
  idleSubscribersBenchmark,
  toldSubscribersBenchmark,
  sqliteAppend,
  sqliteAppend100,
  sqliteSubscribe,
  eventStoreDbAppend,
  eventStoreDbAppend100,
  eventStoreDbSubscribe,
  mongodbBenchmark,
  ...largeYearBenchmarks,
  ledgerBenchmark,
  ledgerBesideBenchmark,
  inclusionProofBenchmark,
  exportBenchmark,
  verifyBenchmark,
  replayBenchmark,
];
