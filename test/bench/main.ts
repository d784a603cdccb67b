import type { Benchmark, Result } from './benchmark';
import { BENCHMARKS } from './benchmarks';
import { readOptions, USAGE } from './options';
import type { Options } from './options';
import { keepResults } from './report/document';
import { machine } from './report/machine';
import { asText, rowOf } from './report/table';
import { runBenchmark } from './run-benchmark';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const results: Result[] = [];
  for (const benchmark of chosen(options)) {
    const { name, needs } = benchmark;
    if (needs !== undefined && (process.env[needs] ?? '') === '') {
      tell(`${name}: skipped, it needs ${needs}`);
      continue;
    }
    tell(`${name} …`);
    results.push(await runBenchmark(benchmark, options, tell));
  }
  process.stdout.write(`${machine()}\n\n${asText(results.map(rowOf))}\n`);
  if (options.write) keepResults(results);
}

function chosen({ only }: Options): readonly Benchmark[] {
  if (only === undefined) return BENCHMARKS;
  const known = new Set(BENCHMARKS.map(({ name }) => name));
  const unknown = [...only].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new TypeError(
      `No benchmark is called ${unknown.join(', ')}; there are ${[...known].join(', ')}`,
    );
  }
  return BENCHMARKS.filter(({ name }) => only.has(name));
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

main().catch((error: unknown) => {
  tell(error instanceof Error ? error.message : String(error));
  if (error instanceof TypeError) tell(USAGE);
  process.exitCode = 1;
});
