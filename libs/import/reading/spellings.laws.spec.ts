import fc from 'fast-check';
import { RowReader } from '../rows/row-reader';
import { BundleUnreadable } from './bundle';
import type { TableRow } from './bundle';
import { bundleOfFiles } from './bundle-files';
import { columnLetters } from './names';
import { escaped, writtenWorkbook } from '../testing';
import type { WorkbookStyle } from '../testing';

/** A target as people mean it. */
interface Target {
  readonly organisation: string;
  readonly title: string;
  readonly assigned: number;
  readonly assignedOn: string;
}

const COLUMNS = [
  'organisation',
  'year',
  'code',
  'title',
  'unit',
  'assigned',
  'direction',
  'assigned_on',
];
const LETTERS = [
  'a',
  'b',
  'đ',
  'ê',
  'ố',
  'ộ',
  '"',
  '_',
  'x',
  '0',
  'D',
  ';',
  '|',
  ',',
  ' ',
  '\n',
  '9',
];

const target: fc.Arbitrary<Target> = fc.record({
  organisation: fc.constantFrom('cell-1', 'khóm-9', '007', 'ô/ấp'),
  title: fc
    .string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 20 })
    .map((text) => `T${text}.`.normalize('NFC')),
  assigned: fc.integer({ min: -2_000_000, max: 2_000_000 }).map((number) => number / 1_000),
  assignedOn: fc
    .integer({ min: 30_000, max: 46_000 })
    .map((day) => new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10)),
});

const targets = fc.array(target, { minLength: 1, maxLength: 5 });

/** What the import takes of a row, or nothing where it refuses it. */
function takenOf(row: TableRow): Target | undefined {
  const reader = new RowReader(row);
  const taken = {
    organisation: reader.id('organisation'),
    title: reader.text('title'),
    assigned: Number(reader.decimal('assigned')),
    assignedOn: reader.date('assigned_on'),
  };
  return reader.problems.length > 0 ? undefined : taken;
}

async function everyRowAsMeant(
  path: string,
  content: Buffer,
  meant: readonly Target[],
): Promise<void> {
  const bundle = await bundleOfFiles([{ path, content }]).catch((error: unknown) => {
    if (error instanceof BundleUnreadable) return undefined;
    throw error;
  });
  const rows = bundle?.tables.get('targets')?.rows ?? [];
  const meantOf = ({ number }: TableRow) => meant[number - 2];
  expect(rows.map((row) => takenOf(row) ?? meantOf(row))).toEqual(rows.map(meantOf));
}

const PLACES = ['none', 'empty', 'given', 'of rows only'] as const;
type Places = (typeof PLACES)[number];

/** With the places that a program gives to rows and cells, or leaves to their order. */
function placed(cells: readonly string[], row: number, places: Places): string {
  const place = (reference: string): string => {
    if (places === 'none') return '';
    return places === 'empty' ? ' r=""' : ` r="${reference}"`;
  };
  const ofCell = (index: number) =>
    places === 'of rows only' ? '' : place(`${columnLetters(index)}${row}`);
  const written = cells.map((cell, index) => cell.replace('<~c', `<~c${ofCell(index)}`));
  return `<~row${place(String(row))}>${written.join('')}</~row>`;
}

describe('A table of values in a CSV file', () => {
  const style = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    bom: fc.constantFrom('', '\uFEFF'),
    form: fc.constantFrom('NFC', 'NFD'),
    header: fc.constantFrom<(name: string) => string>(
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => ` ${name.replaceAll('_', ' ')} `,
    ),
    quotes: fc.constantFrom('all', 'needed', 'never'),
    number: fc.constantFrom<(value: number) => string>(
      String,
      (value) => value.toFixed(3),
      (value) => value.toFixed(5),
      (value) => value.toLocaleString('vi-VN'),
      (value) => value.toLocaleString('en-US'),
      (value) => value.toExponential(),
      (value) => `${value * 100}%`,
    ),
    date: fc.constantFrom<(value: string) => string>(
      (value) => value,
      (value) => `${value}T00:00:00`,
      (value) => value.split('-').reverse().join('/'),
    ),
  });

  it('is taken as the same values or refused, however it is spelled', async () => {
    await fc.assert(
      fc.asyncProperty(targets, style, async (meant, how) => {
        const cell = (text: string): string => {
          const quoted = `"${text.replaceAll('"', '""')}"`;
          if (how.quotes === 'all') return quoted;
          return how.quotes === 'needed' && /[",;\t\r\n]/.test(text) ? quoted : text;
        };
        const rows = meant.map((one, index) => [
          one.organisation,
          '2024',
          `T${index}`,
          one.title,
          '%',
          how.number(one.assigned),
          'AT_LEAST',
          how.date(one.assignedOn),
        ]);
        const text = [COLUMNS.map(how.header), ...rows]
          .map((row) => row.map(cell).join(how.delimiter))
          .join(how.lineEnd);
        // Without its quotes, a file may say something else than was meant: then it is not the file's reader who errs.
        fc.pre(how.quotes !== 'never' || meant.every(({ title }) => !/[",;\t\n]/.test(title)));
        const content = Buffer.from(`${how.bom}${text}`.normalize(how.form));
        await everyRowAsMeant('targets.csv', content, meant);
      }),
      { numRuns: 300 },
    );
  });
});

describe('A table of values in a workbook', () => {
  const style: fc.Arbitrary<WorkbookStyle> = fc.record({
    isStrict: fc.boolean(),
    prefix: fc.constantFrom('x', 'main'),
    idPrefix: fc.constantFrom('r', 'rel'),
    hasAbsoluteTargets: fc.boolean(),
    folder: fc.constantFrom('xl/', 'a/b/'),
    encoding: fc.constantFrom('utf-8', 'utf-16le'),
    hasStyles: fc.boolean(),
  });
  const convention = fc.record({
    texts: fc.constantFrom('shared', 'shared runs', 'inline', 'runs', 'formula'),
    places: fc.constantFrom(...PLACES),
    dates: fc.constantFrom('serial', 'serial1904', 'iso', 'text'),
    dateFormat: fc.constantFrom<string | number>(
      14,
      22,
      31,
      57,
      'dd/mm/yyyy',
      '[$-42A]dd mmmm yyyy;@',
    ),
    numberFormat: fc.constantFrom<string | number>(0, 2, 4, '#,##0.00', '0.0%', '0" %"'),
    number: fc.constantFrom<(value: number) => string>(
      String,
      (value) => value.toExponential(),
      (value) => value.toPrecision(17),
    ),
    escapes: fc.boolean(),
  });

  it('is taken as the same values or refused, whatever program wrote it', async () => {
    await fc.assert(
      fc.asyncProperty(targets, style, convention, async (meant, how, by) => {
        const strings: string[] = [];
        const written = (text: string): string => {
          const safe = text.replaceAll(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_');
          return escaped(by.escapes ? safe.replaceAll('\n', '_x000D_\n') : safe);
        };
        const textCell = (text: string): string => {
          const xml = `<~t xml:space="preserve">${written(text)}</~t>`;
          switch (by.texts) {
            case 'shared':
              return `<~c t="s"><~v>${strings.push(xml) - 1}</~v></~c>`;
            case 'shared runs': {
              const [first, rest] = [text.slice(0, 1), text.slice(1)];
              const run = (part: string) =>
                `<~r><~rPr><~b/></~rPr><~t xml:space="preserve">${written(part)}</~t></~r>`;
              return `<~c t="s"><~v>${strings.push(run(first) + run(rest)) - 1}</~v></~c>`;
            }
            case 'inline':
              return `<~c t="inlineStr"><~is>${xml}</~is></~c>`;
            case 'runs':
              return `<~c t="inlineStr"><~is><~r>${xml}</~r><~rPh sb="0" eb="1"><~t>x</~t></~rPh></~is></~c>`;
            default:
              return `<~c t="str"><~f>A1</~f><~v>${written(text)}</~v></~c>`;
          }
        };
        const serial = (date: string): number =>
          (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
        const dateCell = (date: string): string => {
          if (by.dates === 'iso') return `<~c t="d"><~v>${date}T00:00:00.000</~v></~c>`;
          if (by.dates === 'text') return textCell(date);
          return `<~c s="1"><~v>${serial(date) - (by.dates === 'serial1904' ? 1462 : 0)}</~v></~c>`;
        };
        const rows = meant.map((one, index) => [
          textCell(one.organisation),
          '<~c><~v>2024</~v></~c>',
          textCell(`T${index}`),
          textCell(one.title),
          textCell('%'),
          `<~c s="2"><~v>${by.number(one.assigned)}</~v></~c>`,
          textCell('AT_LEAST'),
          dateCell(one.assignedOn),
        ]);
        const xml = [COLUMNS.map(textCell), ...rows].map((row, index) =>
          placed(row, index + 1, by.places),
        );
        const content = writtenWorkbook(
          {
            sheets: [{ name: 'Targets ', rows: xml.join('') }],
            strings,
            formats: [by.dateFormat, by.numberFormat],
            workbookPr: by.dates === 'serial1904' ? 'date1904="1"' : '',
          },
          how,
        );
        await everyRowAsMeant('w.xlsx', content, meant);
      }),
      { numRuns: 300 },
    );
  });
});

describe('A yes or no in a workbook', () => {
  const spelled: Readonly<Record<string, (value: boolean) => string>> = {
    'a boolean cell': (value) => `<~c t="b"><~v>${value ? 1 : 0}</~v></~c>`,
    'a boolean in words': (value) => `<~c t="b"><~v>${value}</~v></~c>`,
    'the result of a formula': (value) => `<~c t="b"><~f>A1</~f><~v>${value ? 1 : 0}</~v></~c>`,
    'a text': (value) =>
      `<~c t="inlineStr"><~is><~t>${String(value).toUpperCase()}</~t></~is></~c>`,
  };

  const kinds = Object.keys(spelled);
  const all = kinds.flatMap((kind) => PLACES.map((places) => [kind, places] as const));

  it.each(all)('is read from %s, with places: %s', async (kind, places) => {
    const title = ['<~c t="inlineStr"><~is><~t>confirmed</~t></~is></~c>'];
    const rows = [title, ...[true, false].map((value) => [spelled[kind]?.(value) ?? ''])];
    for (const style of [{}, { isStrict: true, hasStyles: false }]) {
      const xml = rows.map((row, index) => placed(row, index + 1, places));
      const sheets = [{ name: 'cases', rows: xml.join('') }];
      const content = writtenWorkbook({ sheets }, style);
      const bundle = await bundleOfFiles([{ path: 'w.xlsx', content }]);
      const read = bundle.tables.get('cases')?.rows.map((row) => {
        const reader = new RowReader(row);
        return [reader.optionalBoolean('confirmed'), reader.problems];
      });
      expect(read).toEqual([
        [true, []],
        [false, []],
      ]);
    }
  });
});
