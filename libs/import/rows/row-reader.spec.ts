import { RowReader } from './row-reader';

const reader = (cells: Record<string, string>) => new RowReader({ number: 2, cells });

/** What is read of a cell, and the codes noted. */
function read(value: string, how: (row: RowReader) => unknown): readonly unknown[] {
  const row = reader({ c: value });
  return [how(row), ...row.problems.map(({ column, code }) => `${column ?? ''} ${code}`)];
}

describe('Reading a cell', () => {
  it.each<[string, (row: RowReader) => unknown, string, readonly unknown[]]>([
    ['a text', (row) => row.text('c'), 'a', ['a']],
    ['no text', (row) => row.text('c'), '', ['', 'c MISSING_VALUE']],
    ['no optional text', (row) => row.optionalId('c'), '', [undefined]],
    ['a date', (row) => row.date('c'), '2024-02-29', ['2024-02-29']],
    ['a day that there is not', (row) => row.date('c'), '2023-02-29', ['', 'c NOT_A_DATE']],
    ['another form of date', (row) => row.date('c'), '29/02/2024', ['', 'c NOT_A_DATE']],
    [
      'an instant',
      (row) => row.instant('c'),
      '2024-02-29T19:00:00+07:00',
      ['2024-02-29T19:00:00+07:00'],
    ],
    [
      'one in small letters',
      (row) => row.instant('c'),
      '2024-02-29t19:00:00z',
      ['2024-03-01T02:00:00+07:00'],
    ],
    [
      'one without zone',
      (row) => row.instant('c'),
      '2024-02-29T19:00:00',
      ['', 'c NOT_AN_INSTANT'],
    ],
    ['one of no day', (row) => row.instant('c'), '2024-02-30T19:00:00Z', ['', 'c NOT_AN_INSTANT']],
    ['one of no hour', (row) => row.instant('c'), '2024-02-29T24:00:00Z', ['', 'c NOT_AN_INSTANT']],
    ['a whole number', (row) => row.integer('c'), '12', [12]],
    ['one with zeros behind', (row) => row.integer('c'), '12.0', [12]],
    ['half a number', (row) => row.integer('c'), '12.5', [0, 'c NOT_AN_INTEGER']],
    ['a decimal', (row) => row.decimal('c'), '104.50', ['104.5']],
    ['a decimal with zeros around', (row) => row.decimal('c'), '-007.50', ['-7.5']],
    ['no sign of zero', (row) => row.decimal('c'), '-0.0', ['0']],
    ['a point that may group', (row) => row.decimal('c'), '1.250', ['', 'c AMBIGUOUS_NUMBER']],
    ['points that group', (row) => row.decimal('c'), '1.250.000', ['', 'c AMBIGUOUS_NUMBER']],
    ['one that cannot group', (row) => row.decimal('c'), '0.125', ['0.125']],
    ['a whole number that may be', (row) => row.integer('c'), '3.000', [0, 'c AMBIGUOUS_NUMBER']],
    ['an id', (row) => row.id('c'), 'khóm-9', ['khóm-9']],
    ['an id with a blank', (row) => row.id('c'), 'a b', ['', 'c NOT_AN_ID']],
    ['an id with a NUL', (row) => row.id('c'), 'a\u0000b', ['', 'c NOT_AN_ID']],
    ['half a character', (row) => row.id('c'), 'a\uD800', ['', 'c NOT_AN_ID']],
    ['an id without end', (row) => row.id('c'), 'a'.repeat(201), ['', 'c TEXT_TOO_LONG']],
    ['a text with lines', (row) => row.text('c'), 'a\nb', ['a\nb']],
    ['a text with a control', (row) => row.text('c'), 'a\u0007', ['', 'c NOT_A_TEXT']],
    ['half a character of text', (row) => row.text('c'), 'a\uDC00', ['', 'c NOT_A_TEXT']],
    ['a text without end', (row) => row.text('c'), 'a'.repeat(501), ['', 'c TEXT_TOO_LONG']],
    ['ids', (row) => row.ids('c'), 'a | b c', [['a'], 'c NOT_AN_ID']],
    ['an exponent', (row) => row.decimal('c'), '1e3', ['', 'c NOT_A_NUMBER']],
    ['a comma', (row) => row.decimal('c'), '104,5', ['', 'c NOT_A_NUMBER']],
    [
      'an instant in short',
      (row) => row.instant('c'),
      '2024-02-29 19:00+07',
      ['2024-02-29T19:00:00+07:00'],
    ],
    [
      'parts of a second',
      (row) => row.instant('c'),
      '2024-02-29T19:00:00.500Z',
      ['2024-03-01T02:00:00.5+07:00'],
    ],
    ['a date with its first moment', (row) => row.date('c'), '2024-02-29T00:00:00', ['2024-02-29']],
    ['a date with another', (row) => row.date('c'), '2024-02-29T19:00:00', ['', 'c NOT_A_DATE']],
    ['a truth', (row) => row.boolean('c'), 'TRUE', [true]],
    ['no truth', (row) => row.boolean('c'), 'yes', [false, 'c NOT_A_BOOLEAN']],
    ['one of several', (row) => row.oneOf('c', ['A', 'B']), 'B', ['B']],
    ['none of several', (row) => row.oneOf('c', ['A', 'B']), 'b', [undefined, 'c NOT_ONE_OF']],
    ['a list', (row) => row.list('c'), ' a | b||', [['a', 'b']]],
    ['a list of some', (row) => row.listOf('c', ['A', 'B']), 'A|C', [['A'], 'c NOT_ONE_OF']],
    ['points', (row) => row.points('c'), 'B=2.50|A=1', [{ A: '1', B: '2.5' }]],
    ['points of what objects have', (row) => row.points('c'), 'toString=1', [{ toString: '1' }]],
    ['points given twice', (row) => row.points('c'), 'A=1|A=2', [{ A: '1' }, 'c GIVEN_TWICE']],
    ['points without a group', (row) => row.points('c'), '=1', [{}, 'c NOT_A_PAIR']],
    ['no points at all', (row) => row.points('c'), '', [undefined]],
  ])('%s', (_, how, value, expected) => {
    expect(read(value, how)).toEqual(expected);
  });

  it('needs one cell for what others say', () => {
    const row = reader({ on: '', by: 'c1', of: '' });
    row.needs('on', 'of', 'by');
    row.needs('by', 'on');
    expect(row.problems).toEqual([
      { column: 'on', code: 'MISSING_VALUE', reason: 'on is empty; by requires it.' },
    ]);
  });
});
