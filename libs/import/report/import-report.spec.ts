import fc from 'fast-check';
import { csvRecords } from '../reading/csv/csv-records';
import { isComplete, reportAsCsv, summaryOf } from './import-report';
import type { RowResult } from './import-report';

const report = (...results: readonly RowResult[]) => ({ importId: 'i', dryRun: false, results });
const recorded: RowResult = { file: 'm.csv', row: 2, outcome: 'RECORDED' };
const refused: RowResult = {
  file: 'm.csv',
  row: 3,
  outcome: 'REFUSED',
  column: 'id',
  code: 'MISSING_VALUE',
  reason: 'A value is needed here.',
};

const cellsOf = (text: string) => [...csvRecords(text, { delimiter: ',', maxCells: 10 })].flat();

describe('The report of an import', () => {
  it('is complete when no row was refused', () => {
    expect(isComplete(report(recorded, { ...recorded, outcome: 'ALREADY_THERE' }))).toBe(true);
    expect(isComplete(report(recorded, refused))).toBe(false);
  });

  it('is a spreadsheet in which no cell is taken for a formula', () => {
    const formula = { ...refused, file: '=1+1.csv', reason: '@SUM(A1)' };
    expect(reportAsCsv(report(recorded, formula))).toBe(
      '\uFEFFfile,row,outcome,column,code,reason\n' +
        'm.csv,2,RECORDED,,,\n' +
        "'=1+1.csv,3,REFUSED,id,MISSING_VALUE,'@SUM(A1)\n",
    );
  });

  it.each([',', ';'])('has no formula for whoever separates cells by %j', (separator) => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('=+-@＝＋"\t\r\n; ,\u001bx')) });
    fc.assert(
      fc.property(text, text, text, (file, column, reason) => {
        const written = reportAsCsv(report({ ...refused, file, column, reason }));
        const cells = separator === ',' ? cellsOf(written) : written.split(/[;\n]/);
        for (const cell of cells) expect(cell).not.toMatch(/^["\s]*[=+\-@＝＋－＠]/);
        expect(written).not.toMatch(/(?!\n)\p{Cc}/u);
      }),
    );
  });

  it('is printed without escape sequences', () => {
    const coloured = { ...refused, file: '\u001b[31mm.csv', reason: 'x\u009b2J\r' };
    expect(summaryOf(report(coloured))).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it('is summed up by file, each row once, with what is to be done', () => {
    const again = { ...refused, column: 'name' };
    expect(summaryOf(report(recorded, refused, again)).split('\n')).toEqual([
      'm.csv: 1 recorded, 0 already there, 1 refused',
      'm.csv, row 3, id: MISSING_VALUE A value is needed here.',
      'm.csv, row 3, name: MISSING_VALUE A value is needed here.',
    ]);
    expect(summaryOf({ ...report(recorded), dryRun: true })).toContain('1 would be recorded');
  });

  it('shows a few problems and counts the others', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...refused, row: index + 2 }));
    expect(
      summaryOf(report(...many))
        .split('\n')
        .at(-1),
    ).toBe('… and 10 more refused');
  });
});
