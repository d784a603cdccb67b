import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  /** Names of benchmarks; absent for all. */
  readonly only: ReadonlySet<string> | undefined;
  readonly isQuick: boolean;
  /** Keep the results in the project's documentation. */
  readonly write: boolean;
  /** Where CPU profiles go, if any are wanted. */
  readonly profileInto: string | undefined;
}

export const USAGE = `npm run bench -- [--only NAME,NAME] [--quick] [--write] [--profile FOLDER]`;

/** @throws {TypeError} for an option that does not exist */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  });
  const { only, quick, write, profile } = values;
  return {
    only: only === undefined ? undefined : new Set(only.split(',')),
    isQuick: quick,
    write,
    profileInto: profile === undefined ? undefined : resolve(profile),
  };
}
