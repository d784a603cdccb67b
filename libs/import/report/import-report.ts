import { stringify } from 'csv-stringify/sync';
import type { RowProblem } from '../rows/row-reader';

/** `IGNORED`: a column that the import does not know. */
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
      file,
      row,
      outcome,
      column,
      code,
      reason,
    ]),
    {
      header: true,
      bom: true,
      escape_formulas: true,
      columns: ['file', 'row', 'outcome', 'column', 'code', 'reason'],
    },
  );
}

/** Problems shown in the summary; the report has them all. */
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
      `${file}: ${counts.RECORDED.size} ${verb}, ${counts.ALREADY_THERE.size} already there, ` +
      `${counts.REFUSED.size} refused`,
  );
  const problems = report.results.filter(
    ({ outcome }) => outcome === 'REFUSED' || outcome === 'IGNORED',
  );
  const shown = problems.slice(0, MAX_SHOWN).map(describe);
  const hidden =
    problems.length > shown.length ? [`… and ${problems.length - shown.length} more`] : [];
  return [...lines, ...shown, ...hidden].join('\n');
}

function describe({ file, row, column, code, reason }: RowResult): string {
  const place = row === 0 ? file : `${file}, row ${row}`;
  return `${place}${column === undefined ? '' : `, ${column}`}: ${code ?? ''} ${reason ?? ''}`;
}
