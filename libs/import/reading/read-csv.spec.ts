import { BundleUnreadable } from './bundle';
import { readCsv } from './read-csv';

const read = (text: string | Buffer) => readCsv('t.csv', Buffer.from(text));

describe('Reading a CSV file', () => {
  it('gives cells by column, rows as a spreadsheet counts them', () => {
    expect(read('id,name\na,One\nb,Two\n')).toEqual({
      file: 't.csv',
      columns: ['id', 'name'],
      rows: [
        { number: 2, cells: { id: 'a', name: 'One' } },
        { number: 3, cells: { id: 'b', name: 'Two' } },
      ],
    });
  });

  it.each([
    ['semicolons', 'id;name\na;One\nb;Two'],
    ['a byte-order mark', '\uFEFFid,name\na,One\nb,Two\n'],
    ['line ends of Windows', 'id,name\r\na,One\r\nb,Two\r\n'],
    ['line ends of different systems', 'id,name\r\na,One\nb,Two\r'],
    ['blanks around', ' id , name \n a , One \n b ,Two\n'],
    ['quotes', '"id","name"\n"a","One"\n"b","Two"\n'],
  ])('takes %s', (_, text) => {
    expect(read(text)).toEqual(read('id,name\na,One\nb,Two\n'));
  });

  it('takes quoted line ends, delimiters and quotes as part of the cell', () => {
    expect(read('id,name\na,"One,\n""first"""\nb,Two\n').rows).toEqual([
      { number: 2, cells: { id: 'a', name: 'One,\n"first"' } },
      { number: 3, cells: { id: 'b', name: 'Two' } },
    ]);
  });

  it('takes a quote inside an unquoted cell for what it is', () => {
    expect(read('id,name\na,Khóm "A"\n').rows[0]?.cells).toEqual({ id: 'a', name: 'Khóm "A"' });
  });

  it('skips empty rows, and counts them', () => {
    expect(read('id,name\n\na,One\n , \nb,Two\n').rows.map(({ number }) => number)).toEqual([3, 5]);
  });

  it('takes missing cells for empty ones and leaves cells without a column alone', () => {
    expect(read('id,name\na\nb,Two,more\n').rows.map(({ cells }) => cells)).toEqual([
      { id: 'a', name: '' },
      { id: 'b', name: 'Two' },
    ]);
  });

  it('has no rows where there is nothing', () => {
    expect(read('')).toEqual({ file: 't.csv', columns: [], rows: [] });
    expect(read('id,name').rows).toEqual([]);
  });

  it.each([
    ['never ends a quote', Buffer.from('id\n"a\n')],
    ['is not UTF-8', Buffer.from('id\nKh\xF3m\n', 'latin1')],
  ])('is refused where it %s', (_, content) => {
    expect(() => read(content)).toThrow(BundleUnreadable);
  });
});
