import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../benchmark';
import { projectFolder } from '../synthetic/write-bundle';
import { machine } from './machine';
import { asMarkdown, rowOf } from './table';

const FILE = join('docs', 'benchmarks.md');
const RESULTS = /(?<=<!-- results -->\n)[\s\S]*?(?=<!-- end of results -->)/;

/** Puts the results into their place in the documentation; what is around them is written by hand. */
export function keepResults(results: readonly Result[]): void {
  const path = join(projectFolder(), FILE);
  const text = readFileSync(path, 'utf8');
  if (!RESULTS.test(text)) throw new Error(`${FILE} has no place for results`);
  const found = `\n${machine()}\n\n${asMarkdown(results.map(rowOf))}\n\n`;
  writeFileSync(
    path,
    text.replace(RESULTS, () => found),
  );
}
