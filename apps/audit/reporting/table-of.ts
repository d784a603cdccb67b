import type { Language } from '#vocabulary';
import type { Said } from '../terminal/outcome';
import { fileText } from './file-text';
import type { Cell, Table } from './report';

/** A column of a table over what its rows are made of. */
export interface ColumnOf<Row> {
  readonly key: string;
  readonly label: Said;
  readonly width: number;
  readonly value: (row: Row) => string | number | null | undefined;
}

export function tableOf<Row>(
  title: Said,
  columns: readonly ColumnOf<Row>[],
  rows: readonly Row[],
  language: Language,
): Table {
  return {
    title: title[language],
    columns: columns.map(({ key, label, width }) => ({ key, label: label[language], width })),
    rows: rows.map((row) => columns.map(({ value }) => cellOf(value(row)))),
  };
}

function cellOf(value: string | number | null | undefined): Cell {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'number' ? value : fileText(value);
}
