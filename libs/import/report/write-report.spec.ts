import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeReport } from './write-report';

describe('The report beside the input', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'report-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('replaces the one before', async () => {
    await writeReport([folder], 'first');
    expect(await writeReport([folder], 'second')).toBe(at('import-report.csv'));
    expect(readFileSync(at('import-report.csv'), 'utf8')).toBe('second');
    expect(readdirSync(folder)).toEqual(['import-report.csv']);
  });

  it('does not follow a link that lies in its place', async () => {
    writeFileSync(at('precious'), 'kept');
    symlinkSync(at('precious'), at('import-report.csv'));
    await writeReport([folder], 'report');
    expect(readFileSync(at('precious'), 'utf8')).toBe('kept');
    expect(readFileSync(at('import-report.csv'), 'utf8')).toBe('report');
  });

  it('goes into the next folder where it cannot be written, and leaves nothing behind', async () => {
    mkdirSync(at('import-report.csv'));
    mkdirSync(at('other'));
    expect(await writeReport([at('none'), folder, at('other')], 'report')).toBe(
      join(at('other'), 'import-report.csv'),
    );
    expect(readdirSync(folder).sort()).toEqual(['import-report.csv', 'other']);
    expect(await writeReport([at('none')], 'report')).toBeUndefined();
  });
});
