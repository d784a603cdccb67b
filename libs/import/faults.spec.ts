import { join } from 'node:path';
import { bundleOfFiles } from './reading/bundle-files';
import { readBundleFiles } from './reading/find-files';
import { ImportingOffice } from './testing';
import type { RowResult } from './report/import-report';

const FAULTS = join(__dirname, 'testing/faults');
const SAMPLE = join(__dirname, '../../samples/ward-2024');

const line = ({ file, row, outcome, column, code }: RowResult) =>
  [file, row, outcome, column, code].filter((part) => part !== undefined).join(' ');

/** Files as spreadsheets and people have made them, into an office that holds the sample year. */
describe('A file', () => {
  let office: ImportingOffice;
  let head: unknown;

  beforeAll(async () => {
    office = await ImportingOffice.open();
    await office.take(await readBundleFiles(SAMPLE));
    head = await office.log.head();
  });

  afterAll(() => office.close());

  const importing = async (fault: string) => {
    const { results } = await office.take(await readBundleFiles(join(FAULTS, fault)));
    return results.map(line);
  };

  it('whose quote swallows the rows after it is refused with the place of the quote', async () => {
    await expect(
      readBundleFiles(join(FAULTS, 'csv-quote-swallows-rows')).then(bundleOfFiles),
    ).rejects.toMatchObject({
      message: expect.stringContaining(
        'row 2, column title has a quote that begins in line 2',
      ) as string,
      where: { code: 'NOT_A_CSV', row: 2, column: 'title' },
    });
  });

  it.each([
    ['csv-row-longer-than-header', ['pledges.csv 2 REFUSED H CELL_WITHOUT_COLUMN']],
    [
      'thousands-dot',
      [
        'membership_totals.csv 3 REFUSED official AMBIGUOUS_NUMBER',
        'membership_totals.csv 3 REFUSED probationary AMBIGUOUS_NUMBER',
        'membership_totals.csv 3 REFUSED total AMBIGUOUS_NUMBER',
        'membership_totals.csv 2 REFUSED official AMBIGUOUS_NUMBER',
        'membership_totals.csv 2 REFUSED total AMBIGUOUS_NUMBER',
        'targets.csv 2 REFUSED achieved AMBIGUOUS_NUMBER',
        'targets.csv 2 REFUSED assigned AMBIGUOUS_NUMBER',
      ],
    ],
    [
      'xlsx-formula-without-value',
      [
        'w.xlsx#members 2 REFUSED official_on FORMULA_WITHOUT_VALUE',
        'w.xlsx#targets 2 REFUSED achieved FORMULA_WITHOUT_VALUE',
      ],
    ],
    [
      'xlsx-error-cells',
      [
        'w.xlsx#organisations 2 REFUSED name CELL_ERROR',
        'w.xlsx#pledges 2 REFUSED items CELL_ERROR',
        'w.xlsx#targets 2 REFUSED title CELL_ERROR',
      ],
    ],
    ['xlsx-percent', ['w.xlsx#targets 2 REFUSED achieved PERCENT_CELL']],
    ['changed-row-by-spelling', ['meetings.csv 2 ALREADY_THERE', 'meetings.csv 3 ALREADY_THERE']],
  ])('is told for what it is, and nothing is recorded: %s', async (fault, results) => {
    expect(await importing(fault)).toEqual(results);
    expect(await office.log.head()).toBe(head);
  });

  it.each([
    ['table-left-out-in-silence-csv', ['Members.csv 2 RECORDED', 'grievances.csv 2 RECORDED']],
    [
      'table-left-out-in-silence-xlsx',
      [
        'w.xlsx#Members 2 RECORDED',
        'w.xlsx#targets  2 RECORDED',
        'w.xlsx#grievances 2 ALREADY_THERE',
      ],
    ],
    ['framework-folder-case', ['Frameworks/x.json 1 RECORDED', 'grievances.csv 2 ALREADY_THERE']],
  ])('is taken whatever else lies beside it: %s', async (fault, results) => {
    expect(await importing(fault)).toEqual(results);
  });
});

describe('A workbook', () => {
  let office: ImportingOffice;

  beforeEach(async () => {
    office = await ImportingOffice.open();
    await office.take(await readBundleFiles(SAMPLE));
  });

  afterEach(() => office.close());

  it.each([
    ['xlsx-relationship-prefix', 'member-m910', { admittedOn: '2020-01-01' }],
    ['xlsx-shared-strings-name', 'member-m910', { admittedOn: '2020-01-01' }],
    ['xlsx-iso-date-cell', 'member-m910', { admittedOn: '2020-01-01' }],
    ['xlsx-east-asian-date-format', 'member-m910', { admittedOn: '2020-01-01' }],
    ['xlsx-lock-file', 'member-m910', { organisation: 'cell-1' }],
    ['xlsx-x000D', 'organisation-c9', { name: 'Chi bộ khóm 9\n(khu Đông)' }],
    ['nfd-ids', 'member-m901', { organisation: 'khóm-9'.normalize('NFC') }],
  ])('of another program is read as it is meant: %s', async (fault, stream, data) => {
    const { results } = await office.take(await readBundleFiles(join(FAULTS, fault)));
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['RECORDED']));
    const [first] = await office.log.readStreamSlice(stream, 0);
    expect(first?.data).toMatchObject(data);
  });
});
