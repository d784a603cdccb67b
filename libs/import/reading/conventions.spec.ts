import { RowReader } from '../rows/row-reader';
import { bundleOfFiles } from './bundle-files';

const HEADER = 'organisation,year,code,title,unit,assigned,direction,assigned_on';

interface Spelled {
  readonly organisation?: string;
  readonly title?: string;
  readonly assigned?: string;
  readonly on?: string;
}

/** What is taken of a target that is spelled so, or the codes for which its row or file is refused. */
async function takenOf(content: string | Buffer): Promise<unknown> {
  const files = [{ path: 'targets.csv', content: Buffer.from(content) }];
  let bundle;
  try {
    bundle = await bundleOfFiles(files);
  } catch (error) {
    return String(error instanceof Error ? error.message : error).split(':')[0];
  }
  const table = bundle.tables.get('targets');
  const missing = HEADER.split(',').filter((name) => table?.columns.includes(name) !== true);
  if (missing.length > 0) return `without ${missing.join(', ')}`;
  return table?.rows.map((row) => {
    const reader = new RowReader(row);
    const values = [
      reader.id('organisation'),
      reader.text('title'),
      reader.decimal('assigned'),
      reader.date('assigned_on'),
    ];
    return reader.problems.length === 0
      ? values
      : reader.problems.map(({ column, code }) => `${column ?? ''}: ${code}`);
  });
}

function spelled({
  organisation = 'k1',
  title = 'T',
  assigned = '95',
  on = '2024-01-10',
}: Spelled) {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const cells = [organisation, '2024', 'T1', title, '%', assigned, 'AT_LEAST', on];
  return `${HEADER}\n${cells.map(quoted).join(',')}\n`;
}

const PLAIN = [['k1', 'T', '95', '2024-01-10']];

describe('A cell of a CSV file', () => {
  it.each<[Spelled, string, string]>([
    [{ organisation: '="001"' }, '001', 'as Excel keeps zeros'],
    [{ title: '="0912 ""A"""' }, '0912 "A"', 'as Excel keeps a text'],
    [{ organisation: '\u00A0k1\u2007' }, 'k1', 'blanks that do not break'],
    [{ organisation: ' \t k1' }, 'k1', 'blanks'],
    [{ title: '+49 170' }, '+49 170', 'a plus'],
    [{ title: '-3 hộ nghèo' }, '-3 hộ nghèo', 'a minus'],
    [{ title: '@T' }, '@T', 'an at sign'],
    [{ title: "'Bốn tốt'" }, "'Bốn tốt'", 'quotation marks'],
    [{ title: '#1' }, '#1', 'a number sign'],
    [{ assigned: '95.0' }, '95', 'a zero after the point'],
    [{ on: '2024-12-31T00:00:00' }, '2024-12-31', 'a date with the time at which it begins'],
    [{ on: '2024-12-31 00:00' }, '2024-12-31', 'the same with a blank'],
  ])('%j is taken as %s: %s', async (spelling, value) => {
    expect(await takenOf(spelled(spelling))).toEqual([expect.arrayContaining([value])]);
  });

  it.each<[Spelled, string]>([
    [{ organisation: '=001' }, 'organisation: FORMULA_WITHOUT_VALUE'],
    [{ organisation: '="001' }, 'organisation: FORMULA_WITHOUT_VALUE'],
    [{ title: '=SUM(A1:A2)' }, 'title: FORMULA_WITHOUT_VALUE'],
    [{ organisation: "'001" }, 'organisation: NOT_A_TEXT'],
    [{ title: "'+49" }, 'title: NOT_A_TEXT'],
    [{ organisation: '1.23457E+11' }, 'organisation: NUMBER_SHORTENED'],
    [{ organisation: '1,23457E+11' }, 'organisation: NUMBER_SHORTENED'],
    [{ assigned: '1E+05' }, 'assigned: NUMBER_SHORTENED'],
    [{ title: '#N/A' }, 'title: CELL_ERROR'],
    [{ title: '#NAME?' }, 'title: CELL_ERROR'],
    [{ on: '########' }, 'assigned_on: CELL_ERROR'],
    [{ organisation: 'k 1' }, 'organisation: NOT_AN_ID'],
    [{ organisation: 'k\u00A01' }, 'organisation: NOT_AN_ID'],
    [{ organisation: 'k1\u200B' }, 'organisation: NOT_AN_ID'],
    [{ organisation: 'k1\uFEFFk' }, 'organisation: NOT_AN_ID'],
    [{ assigned: '95,5' }, 'assigned: NOT_A_NUMBER'],
    [{ assigned: '1,250' }, 'assigned: NOT_A_NUMBER'],
    [{ assigned: '1.250' }, 'assigned: AMBIGUOUS_NUMBER'],
    [{ assigned: '1\u00A0250' }, 'assigned: NOT_A_NUMBER'],
    [{ assigned: '+95' }, 'assigned: NOT_A_NUMBER'],
    [{ assigned: '97%' }, 'assigned: NOT_A_NUMBER'],
    [{ assigned: '９５' }, 'assigned: NOT_A_NUMBER'],
    [{ on: '31/12/2024' }, 'assigned_on: NOT_A_DATE'],
    [{ on: '2024/12/31' }, 'assigned_on: NOT_A_DATE'],
    [{ on: '31.12.2024' }, 'assigned_on: NOT_A_DATE'],
    [{ on: '45657' }, 'assigned_on: NOT_A_DATE'],
    [{ on: '2024-12-31T07:00:00' }, 'assigned_on: NOT_A_DATE'],
    [{ on: '２０２４-12-31' }, 'assigned_on: NOT_A_DATE'],
  ])('%j is refused: %s', async (spelling, problem) => {
    expect(await takenOf(spelled(spelling))).toEqual([[problem]]);
  });

  it('of full-width letters is another id, and kept as it is', async () => {
    const taken = [['ｋ１', 'T', '95', '2024-01-10']];
    expect(await takenOf(spelled({ organisation: 'ｋ１' }))).toEqual(taken);
  });

  it.each([
    ['TRUE', true],
    ['false', false],
    ['WAHR', 'NOT_A_BOOLEAN'],
    ['ĐÚNG', 'NOT_A_BOOLEAN'],
    ['1', 'NOT_A_BOOLEAN'],
    ['x', 'NOT_A_BOOLEAN'],
  ])('%s is a yes or no only as it says: %s', (text, expected) => {
    const reader = new RowReader({ number: 2, cells: { confirmed: text } });
    const value = reader.boolean('confirmed');
    expect(reader.problems[0]?.code ?? value).toBe(expected);
  });
});

describe('A CSV file', () => {
  const plain = `${HEADER}\nk1,2024,T1,T,%,95,AT_LEAST,2024-01-10\n`;
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');

  it.each<[string, string | Buffer]>([
    ['semicolons', plain.replaceAll(',', ';')],
    ['tabs', plain.replaceAll(',', '\t')],
    ['line ends of Windows', plain.replaceAll('\n', '\r\n')],
    ['line ends of old Macs', plain.replaceAll('\n', '\r')],
    ['a declared separator', `sep=;\r\n${plain.replaceAll(',', ';')}`],
    ['a declared separator before a lone CR', `sep=;\r${plain.replaceAll(',', ';')}`],
    ['a byte-order mark', `\uFEFF${plain}`],
    ['a mark before a quoted header', `\uFEFF"organisation"${plain.slice('organisation'.length)}`],
    [
      'a mark inside the quoted header',
      `"\uFEFForganisation"${plain.slice('organisation'.length)}`,
    ],
    ['a mark and a declared separator', `\uFEFFsep=,\n${plain}`],
    ['a header that keeps its text', `"=""organisation"""${plain.slice('organisation'.length)}`],
    ['empty columns at its end', plain.replaceAll('\n', ',,,\n')],
    ['rows of separators only', `${plain},,,,,,,\n;\n`.replace(';', ',')],
    [
      'blanks that do not break in its header',
      plain.replace('assigned_on', '\u00A0Assigned\u00A0on'),
    ],
  ])('with %s is read as it is meant', async (_, content) => {
    expect(await takenOf(content)).toEqual(PLAIN);
  });

  it.each<[string, string | Buffer, string]>([
    ['is UTF-16 with its mark', utf16(`\uFEFF${plain}`), 'NOT_UTF_8'],
    ['is UTF-16 of the other order', utf16(`\uFEFF${plain}`).swap16(), 'NOT_UTF_8'],
    ['is UTF-16 without a mark', utf16(plain), `without ${HEADER.replaceAll(',', ', ')}`],
    [
      'is in a Windows code page',
      Buffer.from(plain.replace(',T,', ',Kh\u00F3m,'), 'latin1'),
      'NOT_UTF_8',
    ],
    [
      'declares a separator that nobody uses',
      `sep=|\n${plain.replaceAll(',', '|')}`,
      `without ${HEADER.replaceAll(',', ', ')}`,
    ],
    [
      'has two marks and a quoted header',
      `\uFEFF\uFEFF"organisation"${plain.slice(12)}`,
      'NOT_A_CSV',
    ],
  ])('that %s is refused', async (_, content, refusal) => {
    expect(await takenOf(content)).toBe(refusal);
  });
});
