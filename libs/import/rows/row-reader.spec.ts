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
    ['no optional text', (row) => row.optionalText('c'), '', [undefined]],
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
      ['2024-02-29T19:00:00Z'],
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
    ['a decimal', (row) => row.decimal('c'), '104.50', ['104.50']],
    ['an exponent', (row) => row.decimal('c'), '1e3', ['', 'c NOT_A_NUMBER']],
    ['a comma', (row) => row.decimal('c'), '104,5', ['', 'c NOT_A_NUMBER']],
    ['a truth', (row) => row.boolean('c'), 'TRUE', [true]],
    ['no truth', (row) => row.boolean('c'), 'yes', [false, 'c NOT_A_BOOLEAN']],
    ['one of several', (row) => row.oneOf('c', ['A', 'B']), 'B', ['B']],
    ['none of several', (row) => row.oneOf('c', ['A', 'B']), 'b', [undefined, 'c NOT_ONE_OF']],
    ['a list', (row) => row.list('c'), ' a | b||', [['a', 'b']]],
    ['a list of some', (row) => row.listOf('c', ['A', 'B']), 'A|C', [['A'], 'c NOT_ONE_OF']],
    ['points', (row) => row.points('c'), 'A=1|B=2.5', [{ A: '1', B: '2.5' }]],
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
