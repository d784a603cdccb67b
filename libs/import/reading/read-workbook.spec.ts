import { deflateRawSync } from 'node:zlib';
import { BundleUnreadable } from './bundle';
import { bundleOfFiles } from './bundle-files';
import { readWorkbook } from './read-workbook';
import { ImportingOffice, WARD, asFiles, asWorkbook, refusedRows } from '../testing';
import { textOf } from './workbook/cell-text';
import { readSheet } from './workbook/sheet';

const noCells = { strings: [], dateStyles: new Set<number>(), countsFrom1904: false };

describe('A workbook', () => {
  it('holds the same tables as the files that it stands for', async () => {
    const ofFiles = await bundleOfFiles(asFiles(WARD));
    const ofWorkbook = await bundleOfFiles([
      { path: 'ward.xlsx', content: await asWorkbook(WARD) },
    ]);
    for (const [name, table] of ofFiles.tables) {
      expect(ofWorkbook.tables.get(name)).toEqual({ ...table, file: `ward.xlsx#${name}` });
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
    const damaged = [
      whole.subarray(0, whole.length / 2),
      Buffer.from('id,name\n'),
      Buffer.alloc(0),
      zipOf('xl/workbook.xml', '<workbook><sheets>'),
      zipOf('xl/workbook.xml', '<!DOCTYPE w [<!ENTITY a "b">]><workbook>&a;</workbook>'),
    ];
    for (const content of damaged) {
      await expect(readWorkbook('w.xlsx', content)).rejects.toBeInstanceOf(BundleUnreadable);
    }
  });

  it('is refused when it would unpack to more than there is room for', async () => {
    const bomb = zipOf('xl/sharedStrings.xml', 'a', 4_000_000_000);
    await expect(readWorkbook('w.xlsx', bomb)).rejects.toThrow('256 MiB');
    const liar = zipOf('xl/sharedStrings.xml', 'a'.repeat(1_000_000), 10);
    await expect(readWorkbook('w.xlsx', liar)).rejects.toBeInstanceOf(BundleUnreadable);
  });
});

describe('A sheet', () => {
  it('has empty cells and rows where nothing is stored', () => {
    const xml = '<sheetData><row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row></sheetData>';
    expect(readSheet(xml, noCells)).toEqual([[], [], ['', '1', '2']]);
  });

  it('takes texts in the cell without their readings', () => {
    const rich = '<is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is>';
    expect(readSheet(`<row><c t="inlineStr">${rich}</c></row>`, noCells)).toEqual([['ab']]);
  });

  it.each(['<row r="2000000"/>', '<row r="0"/>', '<row><c r="AAAA1"/></row>', '<row r="x"/>'])(
    'is refused beyond its size: %s',
    (xml) => {
      expect(() => readSheet(xml, noCells)).toThrow('no row or column');
    },
  );
});

describe('A cell', () => {
  const cells = { strings: ['a'], dateStyles: new Set([1]), countsFrom1904: false };

  it.each([
    ['a shared text', { type: 's', style: 0, value: '0' }, 'a'],
    ['a truth', { type: 'b', style: 0, value: '1' }, 'true'],
    ['a number as shown', { type: 'n', style: 0, value: '95.200000000000003' }, '95.2'],
    ['a whole number', { type: 'n', style: 0, value: '2024' }, '2024'],
    ['a date', { type: 'n', style: 1, value: '45351' }, '2024-02-29'],
    [
      'a time, a little off',
      { type: 'n', style: 1, value: '45351.791666664' },
      '2024-02-29T19:00:00+07:00',
    ],
    ['an empty date', { type: 'n', style: 1, value: '' }, ''],
    ['the text of a formula', { type: 'str', style: 0, value: '=x' }, '=x'],
  ])('is read as %s', (_, cell, text) => {
    expect(textOf(cell, cells)).toBe(text);
  });

  it('counts its days from 1904 in workbooks that do', () => {
    const cell = { type: 'n', style: 1, value: `${45351 - 1462}` };
    expect(textOf(cell, { ...cells, countsFrom1904: true })).toBe('2024-02-29');
  });
});

/** A zip archive with one entry, which may claim another size than it has. */
function zipOf(path: string, text: string, claimed = text.length): Buffer {
  const data = deflateRawSync(Buffer.from(text));
  const name = Buffer.from(path);
  const sizes = Buffer.alloc(26);
  sizes.writeUInt16LE(20, 0);
  sizes.writeUInt16LE(8, 4);
  sizes.writeUInt32LE(data.length, 14);
  sizes.writeUInt32LE(claimed, 18);
  sizes.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), sizes, name, data]);
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\u0000'),
    sizes,
    Buffer.alloc(14),
    name,
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\u0005\u0006'), end]);
}
