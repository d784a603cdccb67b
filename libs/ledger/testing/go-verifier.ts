import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tile } from '../tree';

/** What Go's packages `sumdb/tlog` and `sumdb/note` are told; hashes and bytes in base64. */
export interface ToldToGo {
  readonly entries: readonly string[];
  readonly roots: readonly { readonly size: number; readonly hash: string }[];
  readonly inclusions: readonly {
    readonly size: number;
    readonly index: number;
    readonly hashes: readonly string[];
  }[];
  readonly consistency: readonly {
    readonly from: number;
    readonly to: number;
    readonly hashes: readonly string[];
  }[];
  readonly tiles: readonly (Tile & { readonly path: string; readonly data: string })[];
  readonly bundles: readonly { readonly first: number; readonly data: string }[];
  readonly notes: readonly { readonly note: string; readonly key: string; readonly text: string }[];
}

export interface GoAnswer {
  /** What Go has otherwise. */
  readonly problems: readonly string[];
  /** A checkpoint of all entries that Go signed, and the verifier key that it is signed by. */
  readonly note: string;
  readonly key: string;
}

/** The program beside this file, built; or why there is none here. */
export interface GoVerifier {
  readonly missing?: string;
  ask(told: ToldToGo): GoAnswer;
}

export function goVerifier(): GoVerifier {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-go-'));
  cpSync(join(__dirname, 'go'), folder, { recursive: true });
  const go = (...words: string[]) => spawnSync('go', words, { cwd: folder, encoding: 'utf8' });
  const missing =
    go('version').status === 0
      ? go('mod', 'download').status === 0
        ? undefined
        : 'its module golang.org/x/mod cannot be had'
      : 'it is not installed';
  if (missing === undefined) {
    const built = go('build', '-o', 'verifier', '.');
    if (built.status !== 0) throw new Error(built.stderr);
  }
  return {
    ...(missing === undefined ? {} : { missing }),
    ask: (told) => {
      const run = spawnSync(join(folder, 'verifier'), {
        input: JSON.stringify(told),
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      });
      if (run.status !== 0) throw new Error(run.stderr);
      return JSON.parse(run.stdout) as GoAnswer;
    },
  };
}
