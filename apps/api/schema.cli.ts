import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { printedSchema } from './graphql/printed-schema';

const FILE = join(process.cwd(), 'schema.graphql');

async function printSchema({ check = false }: { readonly check?: boolean }): Promise<void> {
  const schema = await printedSchema();
  if (!check) {
    writeFileSync(FILE, schema);
    return;
  }
  if (readFileSync(FILE, 'utf8') === schema) return;
  console.error('schema.graphql is not the schema of the code: run npm run schema, and commit it.');
  process.exitCode = 1;
}

void new Command('schema')
  .description('Writes schema.graphql from the code')
  .option('--check', 'write nothing; fail when the file differs')
  .action(printSchema)
  .parseAsync();
