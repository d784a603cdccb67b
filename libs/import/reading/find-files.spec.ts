import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleOfFiles } from './bundle-files';
import { readBundleFiles } from './find-files';

describe('The files of a folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const put = (...paths: readonly string[]) => {
    for (const path of paths) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), path.endsWith('.json') ? '{}' : 'id\n');
    }
  };

  it('are taken or told, each of them', async () => {
    const told = [
      '2025/members.csv',
      'members (1).csv',
      'members.tsv',
      'notes.txt',
      'ward.ods',
      'ward.xls',
      'ward.xlsm',
      'frameworks/notes.txt',
      'frameworks/old/x.json',
      'x.json',
    ];
    put('Members .CSV', 'membership totals.csv', 'FRAMEWORKS/x.JSON', ...told);
    const { tables, frameworks, notices = [] } = await bundleOfFiles(await readBundleFiles(folder));
    expect([...tables.keys()].sort()).toEqual(['members', 'membership_totals']);
    expect(frameworks.map(({ file }) => file)).toEqual(['FRAMEWORKS/x.JSON']);
    expect(notices.map(({ file }) => file).sort()).toEqual([...told].sort());
    expect(new Set(notices.map(({ code }) => code))).toEqual(new Set(['UNKNOWN_FILE']));
  });

  it('are left alone where a system or a spreadsheet left them behind', async () => {
    put(
      'members.csv',
      '~$ward.xlsx',
      '.~lock.ward.xlsx#',
      '.DS_Store',
      '._members.csv',
      'Thumbs.db',
      'desktop.ini',
      '__MACOSX/._members.csv',
      'import-report.csv',
    );
    const { notices } = await bundleOfFiles(await readBundleFiles(folder));
    expect(notices).toEqual([]);
  });
});
