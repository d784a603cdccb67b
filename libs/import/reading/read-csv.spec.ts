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
    ['tabs', 'id\tname\na\tOne\nb\tTwo'],
    ['the separator that a first line names', 'sep=;\nid;name\na;One\nb;Two'],
    ['blanks after a closing quote', 'id,name\n"a" ,"One" \nb,Two'],
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

  it('takes missing cells for empty ones', () => {
    expect(read('id,name\na\n').rows.map(({ cells }) => cells)).toEqual([{ id: 'a', name: '' }]);
  });

  it('refuses cells without a column, those under an empty header, too', () => {
    const problems = read('id,,name,\na,,One\nb,x,Two\nc,,Three,more,still\n').rows.map(
      ({ problems: [problem] = [] }) => problem?.column,
    );
    expect(problems).toEqual([undefined, 'B', 'D']);
  });

  it('takes texts and names in the composed form, and keeps how they were spelled', () => {
    const [row] = read('id,name\na,Khóm\r\n'.normalize('NFD')).rows;
    expect(row?.cells.name).toBe('Khóm'.normalize('NFC'));
    expect(row?.spelled?.name).toBe('Khóm'.normalize('NFD'));
  });

  it.each([
    ['is never closed', 'id,name\na,"One\nb,Two\n', 'row 2, column name has an opening quote'],
    [
      'closes before a text',
      'id,name\na,"One"x\n',
      'begins in line 2 and is closed in line 2 before “x”',
    ],
    [
      'comes after a blank',
      'id,name\na, "One"\n',
      'row 2, column name has blanks before its opening quote',
    ],
    [
      'is closed by that of another row',
      'id,name,on,by\na,"One,1,x\nb,Two,2,x\nc,Three",3,x\n',
      'row 2, column name has a quote that is closed 2 lines further down',
    ],
  ])('refuses a quote that %s, and says where it is', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
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
