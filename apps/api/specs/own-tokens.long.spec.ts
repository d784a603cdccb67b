import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SignJWT } from 'jose';
import { TokenLivesTooLong, Tokens } from '../identity';
import { ServiceKeys } from '../keys';

const PROGRAM = join(__dirname, '..', '..', '..', 'dist', 'apps', 'api', 'token.cli.js');
const ACTOR = { id: 'm00001', role: 'AUDITOR', organisation: 'ward' } as const;

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

describe('Tokens of the service itself', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'own-tokens-'));
  const keysDir = join(dataDir, 'keys');
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  /** As a process of its own. */
  const token = async (...words: readonly string[]): Promise<Ended> => {
    const run = promisify(execFile);
    try {
      const ended = await run(process.execPath, [PROGRAM, ...words, `--data-dir=${dataDir}`]);
      return { code: 0, ...ended };
    } catch (error) {
      return error as Ended;
    }
  };
  const rows = async () =>
    (await token('list')).stdout
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t'));
  const made = ['--actor=m00007', '--role=OPERATOR', '--organisation=office'];

  it('are listed, and no longer valid anywhere once one process revoked them', async () => {
    const inService = new Tokens(new ServiceKeys(keysDir));
    const [first, second] = [await token(...made), await token(...made, '--expires=12h')];
    const listed = await rows();

    expect(listed.map(([, ...row]) => row.slice(0, 4))).toEqual([
      ['valid', 'm00007', 'OPERATOR', 'office'],
      ['valid', 'm00007', 'OPERATOR', 'office'],
    ]);
    expect(await inService.read(first.stdout.trim())).toMatchObject({ id: 'm00007' });
    const id = listed.map(([found = '']) => found).find((found) => first.stderr.includes(found));

    expect(await token('revoke', id ?? '')).toMatchObject({ code: 0 });
    expect(await inService.read(first.stdout.trim())).toBeUndefined();
    expect(await inService.read(second.stdout.trim())).toMatchObject({ id: 'm00007' });
    expect((await rows()).find(([found]) => found === id)?.[1]).toBe('revoked');
    expect(await token('revoke', id ?? '')).toMatchObject({ code: 0 });
  });

  it('cannot be revoked by an id that none has', async () => {
    const id = '6c4a5b1e-4a52-4d1e-9a7e-8d8c7a2b1f00';
    const unknown = await token('revoke', id);

    expect(unknown).toMatchObject({ code: 1 });
    expect(unknown.stderr).toContain(`No token ${id} was made`);
    expect(await token('revoke', '../token-signing')).toMatchObject({ code: 1 });
  });

  it('are valid for TOKEN_MAX_AGE at most', async () => {
    const before = (await rows()).length;
    const tooLong = await token(...made, '--expires=99999y');

    expect(tooLong).toMatchObject({ code: 1, stdout: '' });
    expect(tooLong.stderr).toContain('400 days at most (TOKEN_MAX_AGE)');
    expect(await rows()).toHaveLength(before);
    const keys = new ServiceKeys(keysDir);
    await expect(new Tokens(keys, 60).issue(ACTOR, '61s')).rejects.toThrow(TokenLivesTooLong);
    expect(await new Tokens(keys, 60).read(await new Tokens(keys).issue(ACTOR, '1h'))).toEqual(
      ACTOR,
    );
  });

  it('of before they were listed are valid until they expire', async () => {
    const keys = new ServiceKeys(keysDir);
    const { id, role, organisation } = ACTOR;
    const old = new SignJWT({ role, organisation })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer('four-good')
      .setAudience('four-good')
      .setSubject(id)
      .setIssuedAt(0);
    const sign = (expires: string) =>
      old.setExpirationTime(expires).sign(keys.tokenSigning().private);

    expect(await new Tokens(keys, 60).read(await sign('10y'))).toEqual(ACTOR);
    expect(await new Tokens(keys, 60).read(await sign('-1s'))).toBeUndefined();
  });

  it('are too old by a limit that was lowered', async () => {
    const keys = new ServiceKeys(keysDir);
    const issued = await new Tokens(keys).issue(ACTOR, '1h');

    expect(await new Tokens(keys, -1).read(issued)).toBeUndefined();
  });
});
