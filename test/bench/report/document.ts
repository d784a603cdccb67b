import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../benchmark';
import { BENCHMARKS } from '../benchmarks';
import { projectFolder } from '../synthetic/write-bundle';
import { machine } from './machine';
import { asMarkdown, rowOf } from './table';

const FILE = join('docs', 'benchmarks.md');
const RESULTS = /(?<=<!-- results -->\n)[\s\S]*?(?=<!-- end of results -->)/;

/**
 * Puts the results into their place in the documentation; what is around them is written by hand, and the rows of
 * benchmarks that were not run now stay.
 */
export function keepResults(results: readonly Result[]): void {
  const path = join(projectFolder(), FILE);
  const text = readFileSync(path, 'utf8');
  const before = RESULTS.exec(text)?.[0];
  if (before === undefined) throw new Error(`${FILE} has no place for results`);
  const rows = new Map([...rowsIn(before), ...results.map(rowOf)].map((row) => [row[0], row]));
  const inOrder = BENCHMARKS.flatMap(({ name }) => {
    const row = rows.get(name);
    return row === undefined ? [] : [row];
  });
  const found = `\n${machine()}\n\n${asMarkdown(inOrder)}\n\n`;
  writeFileSync(
    path,
    text.replace(RESULTS, () => found),
  );
}

function rowsIn(markdown: string): readonly (readonly string[])[] {
  return [...markdown.matchAll(/^\| (.+) \|$/gm)].map(([, cells = '']) =>
    cells.split('|').map((cell) => cell.trim()),
  );
}
