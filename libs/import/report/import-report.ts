import { stringify } from 'csv-stringify/sync';
import { printable } from '#vocabulary';
import type { RowProblem } from '../rows/row-reader';

/** `IGNORED`: a file, sheet or column that the import does not know. */
export type RowOutcome = 'RECORDED' | 'ALREADY_THERE' | 'REFUSED' | 'IGNORED';

export interface RowResult extends Partial<RowProblem> {
  readonly file: string;
  /** As a spreadsheet counts; 0 for the file as a whole. */
  readonly row: number;
  readonly outcome: RowOutcome;
}

export interface ImportReport {
  readonly importId: string;
  readonly dryRun: boolean;
  /** Every row, in the order in which the rows were taken. A row with several problems has several results. */
  readonly results: readonly RowResult[];
}

/** Whether every row was recorded or already there. */
export function isComplete(report: ImportReport): boolean {
  return report.results.every(({ outcome }) => outcome !== 'REFUSED');
}

/** Escaped so that a spreadsheet reads no cell as a formula. */
export function reportAsCsv(report: ImportReport): string {
  return stringify(
    report.results.map(({ file, row, outcome, column, code, reason }) => [
      cellOf(file),
      row,
      outcome,
      column === undefined ? undefined : cellOf(column),
      code,
      reason === undefined ? undefined : cellOf(reason),
    ]),
    {
      header: true,
      bom: true,
      columns: ['file', 'row', 'outcome', 'column', 'code', 'reason'],
    },
  );
}

/**
 * A formula begins a cell, for whatever program: where lists are separated by semicolons, as in Vietnam, each of them
 * ends a cell.
 */
const FORMULA = /(^|;)(["\s]*)(?=[=+\-@＝＋－＠])/gu;

function cellOf(text: string): string {
  return printable(text).replaceAll(FORMULA, "$1$2'");
}

/** Problems of each kind shown in the summary; the report has them all. */
const MAX_SHOWN = 20;

export function summaryOf(report: ImportReport): string {
  const byFile = new Map<string, Record<RowOutcome, Set<number>>>();
  for (const { file, row, outcome } of report.results) {
    const counts = byFile.get(file) ?? {
      RECORDED: new Set(),
      ALREADY_THERE: new Set(),
      REFUSED: new Set(),
      IGNORED: new Set(),
    };
    byFile.set(file, counts);
    counts[outcome].add(row);
  }
  const verb = report.dryRun ? 'would be recorded' : 'recorded';
  const lines = [...byFile].map(
    ([file, counts]) =>
      `${printable(file)}: ${counts.RECORDED.size} ${verb}, ${counts.ALREADY_THERE.size} already there, ` +
      `${counts.REFUSED.size} refused`,
  );
  return [...lines, ...shown(report, 'REFUSED'), ...shown(report, 'IGNORED')].join('\n');
}

/** A few of each, so that the many do not hide the others. */
function shown({ results }: ImportReport, outcome: RowOutcome): readonly string[] {
  const all = results.filter((result) => result.outcome === outcome);
  const hidden = all.length - MAX_SHOWN;
  return [
    ...all.slice(0, MAX_SHOWN).map(describe),
    ...(hidden > 0
      ? [`… and ${hidden} more ${outcome === 'REFUSED' ? 'refused' : 'ignored'}`]
      : []),
  ];
}

function describe({ file, row, column, code, reason }: RowResult): string {
  const place = row === 0 ? file : `${file}, row ${row}`;
  const where = `${place}${column === undefined ? '' : `, ${column}`}`;
  return printable(`${where}: ${code ?? ''} ${reason ?? ''}`);
}
