import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

type Row = Readonly<Record<string, string>>;

const DATE = /^\d{4}-\d{2}-\d{2}/;

/** What of the bundle an office would have had on a day: rows in which every date is of then or before. */
export function writePortion(bundle: string, portion: string, lastDay: string): void {
  cpSync(bundle, portion, { recursive: true });
  const known = new Map<string, readonly Row[]>();
  for (const name of readdirSync(portion).filter((file) => file.endsWith('.csv'))) {
    const rows = parse<Row>(readFileSync(join(portion, name)), { columns: true, bom: true });
    known.set(
      name,
      rows.filter((row) => isKnown(row, lastDay)),
    );
  }
  keepWhere(known, 'signals', 'case', 'cases', 'id');
  keepWhere(known, 'appraisals', 'organisation', 'assessments', 'organisation');
  for (const [name, rows] of known) {
    const path = join(portion, name);
    const [header = ''] = readFileSync(path, 'utf8').split('\n', 1);
    writeFileSync(path, stringify([...rows], { header: true, columns: header.split(',') }));
  }
}

/** Rows without a date of their own are known once those are that they belong to. */
function keepWhere(
  tables: Map<string, readonly Row[]>,
  name: string,
  column: string,
  owner: string,
  ownerColumn: string,
): void {
  const owners = new Set(tables.get(`${owner}.csv`)?.map((row) => row[ownerColumn]));
  const rows = tables.get(`${name}.csv`) ?? [];
  tables.set(
    `${name}.csv`,
    rows.filter((row) => owners.has(row[column])),
  );
}

function isKnown(row: Row, lastDay: string): boolean {
  return Object.values(row).every((value) => !DATE.test(value) || value.slice(0, 10) <= lastDay);
}
