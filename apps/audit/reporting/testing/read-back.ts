import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { Report, Table } from '../report';

/** A table as whoever opens the file reads it: the names of its columns first, and nothing where a cell is empty. */
export interface ReadTable {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

export interface ReadReport {
  /** What comes before everything else. */
  readonly warning: string | undefined;
  readonly tables: readonly ReadTable[];
}

/** What each file of a report is to be read as. */
export function toBeRead({ warning, tables }: Report): ReadReport {
  return {
    warning,
    tables: tables.map(({ title, columns, rows }) => ({
      title,
      rows: [columns.map(({ label }) => label), ...rows.map((row) => row.map(textOf))],
    })),
  };
}

/** By the columns that each table has: the file has those of all of them. */
export function readCsv(file: Buffer, { tables }: Report): ReadReport {
  const records: readonly string[][] = parse(file, { bom: true });
  const head = records.findIndex(([, second]) => second !== '');
  const header = records[head] ?? [];
  return {
    warning: records.slice(0, head)[0]?.[0],
    tables: tables.map(({ title, columns }) => {
      const places = columns.map(({ label }) => header.indexOf(label));
      const own = records.slice(head + 1).filter(([table]) => table === title);
      return {
        title,
        rows: [columns, ...own].map((_, at) =>
          places.map((place) => (at === 0 ? header : own[at - 1])?.[place] ?? ''),
        ),
      };
    }),
  };
}

/** The page is well-formed XML, which is stricter than what a browser asks for. */
export function readHtml(file: Buffer): ReadReport {
  const warnings: string[] = [];
  const tables: { title: string; rows: string[][] }[] = [];
  let text = '';
  walk(file.toString('utf8').replace('<!DOCTYPE html>\n', ''), {
    open: (name) => {
      text = '';
      if (name === 'table') tables.push({ title: '', rows: [] });
      if (name === 'tr') tables.at(-1)?.rows.push([]);
    },
    text: (more) => (text += more),
    close: (name, attributes) => {
      const table = tables.at(-1);
      if (attributes.role === 'alert') warnings.push(text);
      if (table !== undefined && name === 'caption') table.title = text;
      if (name === 'th' || name === 'td') table?.rows.at(-1)?.push(text);
      text = '';
    },
  });
  return { warning: warnings[0], tables };
}

/** By the standard (ECMA-376), and nothing of how it is written. @throws for a cell that is a formula */
export function readXlsx(file: Buffer, { warning }: Report): ReadReport {
  const parts = unzipSync(file);
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const strings: string[] = [];
  walk(part('xl/sharedStrings.xml'), {
    open: (name) => name === 'si' && strings.push(''),
    text: (more, name) => name === 't' && strings.push(`${strings.pop() ?? ''}${more}`),
  });
  const titles: string[] = [];
  walk(part('xl/workbook.xml'), {
    open: (name, { name: title = '' }) => name === 'sheet' && titles.push(title),
  });
  const sheets = titles.map((title, at) => ({
    title,
    rows: cellsOf(part(`xl/worksheets/sheet${at + 1}.xml`), strings.map(unescaped)),
  }));
  const first = warning === undefined ? undefined : sheets[0]?.rows[0]?.[0];
  return {
    warning: first,
    tables: sheets.map(({ title, rows }) => {
      const own = warning === undefined ? rows : rows.slice(1);
      const width = own[0]?.length ?? 0;
      return {
        title,
        rows: own.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')),
      };
    }),
  };
}

function cellsOf(xml: string, strings: readonly string[]): string[][] {
  const rows: string[][] = [];
  let cell = { at: 0, type: '', value: '' };
  walk(xml, {
    open: (name, { r = '', t = 'n' }) => {
      if (name === 'f') throw new Error('A cell is a formula');
      if (name === 'row') rows.push([]);
      if (name === 'c') cell = { at: columnOf(r), type: t, value: '' };
    },
    text: (more, name) => {
      if (name === 'v') cell.value += more;
    },
    close: (name) => {
      const row = rows.at(-1);
      if (name !== 'c' || row === undefined) return;
      row[cell.at] = cell.type === 's' ? (strings[Number(cell.value)] ?? '?') : cell.value;
    },
  });
  return rows;
}

/** Of `AB12`: 27. */
function columnOf(reference: string): number {
  const letters = reference.replaceAll(/\d/g, '');
  return letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

interface Visitor {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => unknown;
  readonly text?: (text: string, name: string) => unknown;
  readonly close?: (name: string, attributes: Readonly<Record<string, string>>) => unknown;
}

function walk(xml: string, { open, text, close }: Visitor): void {
  const parser = new SaxesParser();
  let name = '';
  parser.on('opentag', (tag) => {
    ({ name } = tag);
    open?.(tag.name, tag.attributes);
  });
  parser.on('text', (more) => text?.(more, name));
  parser.on('closetag', (tag) => {
    close?.(tag.name, tag.attributes);
    name = '';
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

function textOf(value: Table['rows'][number][number]): string {
  return value === null ? '' : String(value);
}
