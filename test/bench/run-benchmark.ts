import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Benchmark, Result } from './benchmark';
import type { Options } from './options';
import { PartProcess } from './parts/part-process';

const ROUNDS = 5;
const QUICK_ROUNDS = 2;

/** Runs one benchmark in a folder of its own and leaves nothing behind, whatever becomes of it. */
export async function runBenchmark(
  { name, run }: Benchmark,
  { isQuick, profileInto }: Options,
  say: (text: string) => void,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), `four-good-bench-${name}-`));
  const parts: { close(): Promise<void> }[] = [];
  const profiles = profileInto === undefined ? undefined : join(profileInto, name);
  if (profiles !== undefined) mkdirSync(profiles, { recursive: true });
  const bench: Bench = {
    folder,
    isQuick,
    rounds: isQuick ? QUICK_ROUNDS : ROUNDS,
    async start<Ready, Request, Answer>(part: string, options: unknown = null) {
      const started = await PartProcess.start<Ready, Request, Answer>(part, options, {
        folder,
        ...(profiles === undefined ? {} : { profileInto: profiles }),
      });
      parts.push(started);
      return started;
    },
    say: (text) => {
      say(`${name}: ${text}`);
    },
  };
  try {
    return await run(bench);
  } finally {
    await Promise.all(parts.map((part) => part.close()));
    rmSync(folder, { recursive: true, force: true });
  }
}
