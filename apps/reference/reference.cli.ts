import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { referencePages } from './reference-pages';

const FOLDER = join(process.cwd(), 'docs', 'reference');
const SCHEMA = join(process.cwd(), 'schema.graphql');

function writeReference({ check = false }: { readonly check?: boolean }): void {
  const pages = referencePages(readFileSync(SCHEMA, 'utf8'));
  if (!check) {
    mkdirSync(FOLDER, { recursive: true });
    for (const { file, text } of pages) writeFileSync(join(FOLDER, file), text);
    return;
  }
  const outdated = pages.filter(({ file, text }) => committed(file) !== text);
  if (outdated.length === 0) return;
  console.error(
    `docs/reference is not what the code says (${outdated.map(({ file }) => file).join(', ')}): run npm run reference, and commit it.`,
  );
  process.exitCode = 1;
}

/** @returns nothing when there is no such page. */
function committed(file: string): string | undefined {
  try {
    return readFileSync(join(FOLDER, file), 'utf8');
  } catch {
    return undefined;
  }
}

new Command('reference')
  .description('Writes the pages of docs/reference from the code')
  .option('--check', 'write nothing; fail when a page differs')
  .action(writeReference)
  .parse();
