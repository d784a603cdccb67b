import { compareInstants } from '#vocabulary';
import type { FrameworkFile } from '../reading/bundle';
import { readFramework } from './framework-commands';
import type { FrameworkRead } from './framework-commands';

export interface FrameworkToTake {
  readonly file: string;
  readonly read: FrameworkRead;
}

/** A base before its extensions; otherwise by date, then by version. */
export function frameworksInOrder(files: readonly FrameworkFile[]): readonly FrameworkToTake[] {
  const all = files.map((file) => ({ file: file.file, read: readFramework(file) }));
  const bases = new Map(
    all.flatMap(({ read }) => (read.ok && read.base !== undefined ? [[read.id, read.base]] : [])),
  );
  return all.sort((a, b) => compare(a.read, b.read, bases));
}

function compare(a: FrameworkRead, b: FrameworkRead, bases: ReadonlyMap<string, string>): number {
  if (!a.ok || !b.ok) return Number(b.ok) - Number(a.ok);
  const differences = [
    basesOf(a.id, bases) - basesOf(b.id, bases),
    compareInstants(a.effectiveAt, b.effectiveAt),
    a.version - b.version,
  ];
  return differences.find((difference) => difference !== 0) ?? 0;
}

/** How many frameworks a framework extends, directly and indirectly. */
function basesOf(id: string, bases: ReadonlyMap<string, string>): number {
  const seen = new Set<string>();
  for (let base = bases.get(id); base !== undefined && !seen.has(base); base = bases.get(base)) {
    seen.add(base);
  }
  return seen.size;
}
