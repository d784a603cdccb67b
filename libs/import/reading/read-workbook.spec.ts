import { RowReader } from '../rows/row-reader';
import { BundleUnreadable } from './bundle';
import type { Table, TableRow } from './bundle';
import { bundleOfFiles } from './bundle-files';
import { readWorkbook } from './read-workbook';
import {
  ImportingOffice,
  WARD,
  asFiles,
  asWorkbook,
  refusedRows,
  writtenWorkbook,
  zipOf,
} from '../testing';
import type { Written, WorkbookStyle } from '../testing';

const MEMBERS =
  '<~row><~c t="s"><~v>0</~v></~c><~c t="s"><~v>1</~v></~c><~c t="s"><~v>2</~v></~c></~row>';
const STRINGS = ['id', 'organisation', 'admitted_on'].map((text) => `<~t>${text}</~t>`);

/** The rows of one sheet of members, each given as the XML of its cells. */
async function membersOf(
  rows: readonly string[],
  written: Partial<Written> = {},
  style: WorkbookStyle = {},
): Promise<readonly TableRow[]> {
  const xml = rows.map((cells) => `<~row>${cells}</~row>`).join('');
  const sheets = [{ name: 'members', rows: `${MEMBERS}${xml}`, after: '' }];
  const strings = [...STRINGS, ...(written.strings ?? [])];
  const content = writtenWorkbook({ sheets, ...written, strings }, style);
  const { tables } = await readWorkbook('w.xlsx', content);
  return tables[0]?.[1].rows ?? [];
}

/** The first cell of one row, and what is wrong with it. */
async function cellOf(xml: string, written: Partial<Written> = {}): Promise<unknown> {
  const [row] = await membersOf([xml], written);
  const [problem] = row?.problems ?? [];
  return problem === undefined ? row?.cells.id : `${problem.column} ${problem.code}`;
}

describe('A workbook', () => {
  it('holds the same values as the files that it stands for', async () => {
    const ofFiles = await bundleOfFiles(asFiles(WARD));
    const ofWorkbook = await bundleOfFiles([
      { path: 'ward.xlsx', content: await asWorkbook(WARD) },
    ]);
    const cells = (table: Table | undefined) =>
      table?.rows.map(({ number, cells }) => ({ number, cells }));
    for (const [name, table] of ofFiles.tables) {
      expect(cells(ofWorkbook.tables.get(name))).toEqual(cells(table));
      expect(ofWorkbook.tables.get(name)?.file).toBe(`ward.xlsx#${name}`);
    }
  });

  it('leads to the same events; after the files it adds nothing', async () => {
    const [framework] = asFiles(WARD);
    if (framework === undefined) throw new Error('The ward has a framework');
    const files = [framework, { path: 'ward.xlsx', content: await asWorkbook(WARD) }];
    const [a, b] = await Promise.all([ImportingOffice.open(), ImportingOffice.open()]);
    await a.take(asFiles(WARD));
    expect(refusedRows(await b.take(files))).toEqual([]);
    const ids = async (office: ImportingOffice) =>
      (await office.events()).map(({ id }) => id).sort();
    expect(await ids(b)).toEqual(await ids(a));
    await b.take(asFiles(WARD));
    expect(await ids(b)).toEqual(await ids(a));
    await Promise.all([a.close(), b.close()]);
  });

  it('cannot be read when it is damaged, or no workbook at all', async () => {
    const whole = await asWorkbook({ closings: WARD.closings ?? [] });
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="w.xml"/></Relationships>';
    const damaged = [
      whole.subarray(0, whole.length / 2),
      Buffer.from('id,name\n'),
      Buffer.alloc(0),
      zipOf({ 'xl/workbook.xml': '<workbook><sheets/></workbook>' }),
      zipOf({ '_rels/.rels': rels }),
      zipOf({ '_rels/.rels': rels, 'w.xml': '<workbook>' }),
      zipOf({ '_rels/.rels': rels, 'w.xml': '<workbook/>' }),
      zipOf({ '_rels/.rels': '<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>' }),
    ];
    for (const content of damaged) {
      await expect(readWorkbook('w.xlsx', content)).rejects.toMatchObject({
        name: 'BundleUnreadable',
        where: { code: 'NOT_A_WORKBOOK' },
      });
    }
  });

  it('is refused when it would unpack to more than there is room for', async () => {
    const bomb = zipOf({ '_rels/.rels': 'a' }, { '_rels/.rels': 4_000_000_000 });
    await expect(readWorkbook('w.xlsx', bomb)).rejects.toMatchObject({
      message: expect.stringContaining('256 MiB') as string,
      where: { code: 'LIMIT_EXCEEDED' },
    });
    const liar = zipOf({ '_rels/.rels': ' '.repeat(1_000_000) }, { '_rels/.rels': 10 });
    await expect(readWorkbook('w.xlsx', liar)).rejects.toBeInstanceOf(BundleUnreadable);
  });

  it.each<[string, WorkbookStyle]>([
    ['in the strict variant', { isStrict: true }],
    ['with prefixes of its own', { prefix: 'x', idPrefix: 'relationships' }],
    [
      'with parts of other names, in another folder',
      { folder: 'Content/', names: { workbook: 'B.xml', strings: 'T.xml', styles: 'F.xml' } },
    ],
    ['with absolute targets', { hasAbsoluteTargets: true }],
    ['in UTF-16', { encoding: 'utf-16le' }],
    [
      'with parts whose names differ in case from what its relationships say',
      { names: { workbook: 'workbook.xml', strings: 'SharedStrings.xml', styles: 'Styles.xml' } },
    ],
  ])('is read %s', async (_, style) => {
    const cells = '<~c t="s"><~v>3</~v></~c><~c/><~c s="1"><~v>43831</~v></~c>';
    const rows = await membersOf([cells], { strings: ['<~t>m1</~t>'], formats: [14] }, style);
    expect(rows.map((row) => row.cells)).toEqual([
      { id: 'm1', organisation: '', admitted_on: '2020-01-01' },
    ]);
  });

  it('tells which of its sheets were left alone', async () => {
    const content = writtenWorkbook({
      sheets: [
        { name: ' Members ', rows: MEMBERS },
        { name: 'Notes', rows: '' },
        { name: 'pledges', rows: '', kind: 'chartsheet' },
      ],
      strings: STRINGS,
    });
    const { tables, notices } = await readWorkbook('w.xlsx', content);
    expect(tables.map(([name, { file }]) => [name, file])).toEqual([
      ['members', 'w.xlsx# Members '],
    ]);
    expect(notices.map(({ file, outcome, code }) => [file, outcome, code])).toEqual([
      ['w.xlsx#Notes', 'IGNORED', 'UNKNOWN_SHEET'],
      ['w.xlsx#pledges', 'IGNORED', 'UNKNOWN_SHEET'],
    ]);
  });
});

describe('A sheet', () => {
  it('has empty cells and rows where nothing is stored', async () => {
    const rows = `${MEMBERS}<~row r="4"><~c r="B4"><~v>1</~v></~c><~c><~v>2</~v></~c></~row>`;
    const content = writtenWorkbook({ sheets: [{ name: 'members', rows }], strings: STRINGS });
    const { tables } = await readWorkbook('w.xlsx', content);
    expect(tables[0]?.[1].rows.map(({ number, cells }) => [number, cells])).toEqual([
      [4, { id: '', organisation: '1', admitted_on: '2' }],
    ]);
  });

  it.each([
    '<~row r="2000000"/>',
    '<~row r="0"/>',
    '<~row r="x"/>',
    '<~row><~c r="AAAA1"/></~row>',
    '<~row r="9"/><~row r="8"/>',
    '<~row><~c r="B2"/><~c r="A2"/></~row>',
  ])('is refused where its cells cannot be where they say: %s', async (rows) => {
    const content = writtenWorkbook({ sheets: [{ name: 'members', rows }] });
    await expect(readWorkbook('w.xlsx', content)).rejects.toMatchObject({
      where: { code: 'NOT_A_WORKBOOK' },
    });
  });

  it('refuses cells beside its columns, and tells where they are', async () => {
    const [row] = await membersOf(['<~c><~v>1</~v></~c><~c r="XFD2"><~v>1</~v></~c>']);
    expect(row?.problems).toEqual([
      expect.objectContaining({ column: 'XFD', code: 'CELL_WITHOUT_COLUMN' }),
    ]);
  });

  it('refuses rows with cells that are merged with a value, not those that are empty', async () => {
    const rows = [
      '<~c r="A2"><~v>1</~v></~c>',
      '<~c r="B3"><~v>2</~v></~c>',
      '<~c r="A4"><~v>3</~v></~c>',
    ];
    const xml = rows.map((cells) => `<~row>${cells}</~row>`).join('');
    const after = '<~mergeCells><~mergeCell ref="A2:A3"/><~mergeCell ref="C4:C9"/></~mergeCells>';
    const content = writtenWorkbook({
      sheets: [{ name: 'members', rows: `${MEMBERS}${xml}`, after }],
      strings: STRINGS,
    });
    const { tables } = await readWorkbook('w.xlsx', content);
    const problems = tables[0]?.[1].rows.flatMap(({ number, problems = [] }) =>
      problems.map(({ column, code }) => `${number} ${column} ${code}`),
    );
    expect(problems).toEqual(['3 id MERGED_CELL']);
  });
});

describe('A cell', () => {
  it.each<[string, string, string, Partial<Written>?]>([
    ['a shared text', '<~c t="s"><~v>3</~v></~c>', 'a', { strings: ['<~t>a</~t>'] }],
    ['a text in the cell', '<~c t="inlineStr"><~is><~t>a</~t></~is></~c>', 'a'],
    [
      'a text of several runs, without its readings',
      '<~c t="inlineStr"><~is><~r><~t>a </~t></~r><~r><~t>b</~t></~r><~rPh><~t>c</~t></~rPh></~is></~c>',
      'a b',
    ],
    ['a text with a line break', '<~c t="str"><~v>a_x000D_\nb</~v></~c>', 'a\nb'],
    [
      'an underscore that begins no escape',
      '<~c t="str"><~v>a_x005F_x0041_b_x1_</~v></~c>',
      'a_x0041_b_x1_',
    ],
    ['the result of a formula', '<~c t="str"><~f>A1</~f><~v>x</~v></~c>', 'x'],
    ['an empty result', '<~c t="str"><~f>A1</~f><~v></~v></~c><~c><~v>1</~v></~c>', ''],
    ['a truth', '<~c t="b"><~v>1</~v></~c>', 'true'],
    ['a number as shown', '<~c><~v>95.200000000000003</~v></~c>', '95.2'],
    ['a number with an exponent', '<~c><~v>1.5E-3</~v></~c>', '0.0015'],
    ['a whole number', '<~c t="n"><~v>2024</~v></~c>', '2024'],
    ['a date', '<~c s="1"><~v>45351</~v></~c>', '2024-02-29', { formats: ['dd/mm/yyyy'] }],
    [
      'a date by a built-in format',
      '<~c s="1"><~v>45351</~v></~c>',
      '2024-02-29',
      { formats: [31] },
    ],
    [
      'a date in words',
      '<~c s="1"><~v>45351</~v></~c>',
      '2024-02-29',
      { formats: ['"ngày" d "tháng" m'] },
    ],
    [
      'a Japanese year',
      '<~c s="1"><~v>45351</~v></~c>',
      '2024-02-29',
      { formats: ['[$-411]ggge'] },
    ],
    [
      'a number with an exponent format',
      '<~c s="1"><~v>45</~v></~c>',
      '45',
      { formats: ['0.00E+00'] },
    ],
    ['a number in red', '<~c s="1"><~v>45</~v></~c>', '45', { formats: ['[Red]0.0'] }],
    ['a number and a word', '<~c s="1"><~v>45</~v></~c>', '45', { formats: ['0" %, d"'] }],
    [
      'a time, a little off',
      '<~c s="1"><~v>45351.791666664</~v></~c>',
      '2024-02-29T19:00:00+07:00',
      { formats: [22] },
    ],
    [
      'a time without a day',
      '<~c s="1"><~v>0.79166666666666663</~v></~c>',
      '19:00:00',
      { formats: [20] },
    ],
    ['hours that passed', '<~c s="1"><~v>2</~v></~c>', '48:00:00', { formats: ['[h]:mm'] }],
    [
      'days from 1904',
      '<~c s="1"><~v>43889</~v></~c>',
      '2024-02-29',
      { formats: [14], workbookPr: 'date1904="1"' },
    ],
    [
      'a date in words of the standard',
      '<~c t="d"><~v>2020-01-01T00:00:00.000</~v></~c>',
      '2020-01-01',
    ],
    [
      'a time in words of the standard',
      '<~c t="d"><~v>2020-01-01T19:00:00</~v></~c>',
      '2020-01-01T19:00:00+07:00',
    ],
    ['an error', '<~c t="e"><~v>#N/A</~v></~c>', 'id CELL_ERROR'],
    ['a formula without a result', '<~c><~f>A1</~f></~c>', 'id FORMULA_WITHOUT_VALUE'],
    ['a formula with an empty result', '<~c><~f>A1</~f><~v></~v></~c>', 'id FORMULA_WITHOUT_VALUE'],
    [
      'a formula to be calculated anew',
      '<~c><~f>A1</~f><~v>0</~v></~c>',
      'id FORMULA_WITHOUT_VALUE',
      { calcPr: '<~calcPr fullCalcOnLoad="1"/>' },
    ],
    ['a percentage', '<~c s="1"><~v>0.97</~v></~c>', 'id PERCENT_CELL', { formats: [9] }],
    [
      'a percentage of its own format',
      '<~c s="1"><~v>0.97</~v></~c>',
      'id PERCENT_CELL',
      { formats: ['0.0%'] },
    ],
    ['a text that is not there', '<~c t="s"><~v>99</~v></~c>', 'id CELL_UNREADABLE'],
    ['a number of too many digits', '<~c><~v>12345678901234567</~v></~c>', 'id CELL_UNREADABLE'],
    ['a number that is none', '<~c><~v>1x</~v></~c>', 'id CELL_UNREADABLE'],
    ['neither true nor false', '<~c t="b"><~v>2</~v></~c>', 'id CELL_UNREADABLE'],
    ['of an unknown kind', '<~c t="x"><~v>2</~v></~c>', 'id CELL_UNREADABLE'],
    [
      'a day that programs do not agree on',
      '<~c s="1"><~v>60</~v></~c>',
      'id NOT_A_DATE',
      { formats: [14] },
    ],
  ])('is read as %s', async (_, xml, expected, written = {}) => {
    const filled = xml.includes('</~c><~c>') ? xml : `${xml}<~c><~v>1</~v></~c>`;
    expect(await cellOf(filled, written)).toBe(expected);
  });

  it.each([
    ['a date', '45351', 14],
    ['a number with zeros in front', '7', '000'],
  ])('is no text when it is %s: what is shown is not what is stored', async (_, value, format) => {
    const [row] = await membersOf([`<~c s="1"><~v>${value}</~v></~c>`], { formats: [format] });
    const reader = new RowReader(row ?? { number: 0, cells: {} });
    reader.id('id');
    expect(reader.problems).toMatchObject([{ column: 'id', code: 'NOT_A_TEXT' }]);
  });
});
