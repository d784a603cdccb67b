import { bundleOfFiles } from './bundle-files';
import { readCsv } from './read-csv';
import { readWorkbook } from './read-workbook';
import { writtenWorkbook } from '../testing';

const tooLarge = { name: 'BundleUnreadable', where: { code: 'LIMIT_EXCEEDED' } };
const header = '<~row><~c t="inlineStr"><~is><~t>id</~t></~is></~c></~row>';
const members = (rows: string, strings: readonly string[] = []) =>
  readWorkbook('w.xlsx', writtenWorkbook({ sheets: [{ name: 'members', rows }], strings }));

describe('A file larger than any office has', () => {
  it.each([
    ['more columns than a table', 'c,'.repeat(2_000)],
    ['more cells than a spreadsheet has columns', 'c,'.repeat(100_000)],
    ['rows beside the columns without end', `id\n${'a,b\n'.repeat(10_001)}`],
  ])('is refused with %s', (_, text) => {
    expect(() => readCsv('t.csv', Buffer.from(text))).toThrow(
      expect.objectContaining({
        where: expect.objectContaining({ code: 'LIMIT_EXCEEDED' }) as unknown,
      }) as Error,
    );
  });

  it('keeps nothing of empty rows, however wide', async () => {
    const empty = Array.from({ length: 20_000 }, () => '<~row><~c/></~row>').join('');
    const { tables } = await members(`${header}<~row><~c r="XFD2"/></~row>${empty}`);
    expect(tables[0]?.[1].rows).toEqual([]);
  });

  it('is refused when most of its rows have values beside the columns', async () => {
    const wide = '<~row><~c><~v>1</~v></~c><~c><~v>1</~v></~c></~row>'.repeat(10_001);
    await expect(members(`${header}${wide}`)).rejects.toMatchObject(tooLarge);
  });

  it('is refused with shared texts without end', async () => {
    const text = `<~t>${'a'.repeat(1_000_000)}</~t>`;
    await expect(
      members(
        header,
        Array.from({ length: 34 }, () => text),
      ),
    ).rejects.toMatchObject(tooLarge);
  });

  it('is refused with one text without end', async () => {
    const text = `<~t>${'a'.repeat(2_000_000)}</~t>`;
    await expect(members(header, [text])).rejects.toMatchObject(tooLarge);
  });

  it('is refused alone: the others are taken', async () => {
    const { tables, notices } = await bundleOfFiles([
      { path: 'members.csv', content: Buffer.from('c,'.repeat(2_000)) },
      { path: 'closings.csv', content: Buffer.from('organisation,year,on\n') },
    ]);
    expect([...tables.keys()]).toEqual(['closings']);
    expect(notices).toMatchObject([
      { file: 'members.csv', outcome: 'REFUSED', code: 'LIMIT_EXCEEDED' },
    ]);
  });
});
