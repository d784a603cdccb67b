import { parse } from 'csv-parse/sync';
import { BundleUnreadable } from './bundle';
import { readText } from './read-text';
import type { Table } from './bundle';

/** Comma or semicolon, whichever the header row uses; a byte-order mark is tolerated. */
export function readCsv(file: string, content: Buffer): Table {
  const records = recordsOf(file, readText(file, content));
  const [header, ...rows] = records;
  return tableOf(file, header ?? [], rows);
}

/** A table from its header and rows, however they were stored. Empty rows do not count. */
export function tableOf(
  file: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Table {
  const columns = header.map((name) => name.trim());
  return {
    file,
    columns: columns.filter((name) => name !== ''),
    rows: rows.flatMap((values, index) =>
      values.every((value) => value.trim() === '')
        ? []
        : [
            {
              number: index + 2,
              cells: Object.fromEntries(
                columns.map((name, column) => [name, (values[column] ?? '').trim()] as const),
              ),
            },
          ],
    ),
  };
}

function recordsOf(file: string, text: string): readonly (readonly string[])[] {
  const [firstLine = ''] = text.split(/[\r\n]/, 1);
  const delimiter = count(firstLine, ';') > count(firstLine, ',') ? ';' : ',';
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      // Given explicitly, not guessed from the first line: hand-made files mix them.
      record_delimiter: ['\r\n', '\n', '\r'],
      // As spreadsheets do: a quote inside an unquoted cell is a quote.
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BundleUnreadable(`${file} is not a CSV file: ${reason}`);
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
