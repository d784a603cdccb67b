import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Tokens } from '../identity';
import { ServiceKeys } from '.';

const PROJECT = join(__dirname, '..', '..', '..');

describe('keys of the service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are the same for processes that need them first at the same time', async () => {
    const shared = join(folder, 'shared');
    const run = promisify(execFile);
    const tokens = await Promise.all(
      Array.from({ length: 6 }, () =>
        run(process.execPath, [
          join(PROJECT, 'dist', 'apps', 'api', 'token.cli.js'),
          '--actor=m1',
          '--role=OPERATOR',
          '--organisation=cell-1',
          `--data-dir=${shared}`,
        ]),
      ),
    );
    const kept = new Tokens(new ServiceKeys(join(shared, 'keys')));

    for (const { stdout } of tokens) {
      expect(await kept.read(stdout.trim())).toMatchObject({ id: 'm1', role: 'OPERATOR' });
    }
    expect(readdirSync(join(shared, 'keys'))).toEqual(['token-signing.pem', 'tokens']);
  });
});
