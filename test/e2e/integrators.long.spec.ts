import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { mutationOf, withCommon } from '../../apps/api/testing/test-api';
import { Installation, PROJECT } from '../support';
import type { RunningService } from '../support';

const PROGRAM = /```\w+ (follow\.\w+|Follow\.java)\n(.+?)```/gs;
const RUN_BY: Readonly<Record<string, string>> = {
  'follow.sh': 'sh',
  'follow.mjs': 'node',
  'follow.py': 'python3',
  'Follow.java': 'java',
};
/** What each needs besides, and how a machine shows that it has it. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  'follow.sh': ['curl', '--version'],
  'follow.mjs': ['node', '--version'],
  'follow.py': ['python3', '--version'],
  'Follow.java': ['java', '-version'],
};
const BOUND_MS = 120_000;

describe('The programs of the guide for integrators', () => {
  const installation = new Installation();
  const folder = mkdtempSync(join(tmpdir(), 'integrator-'));
  const programs = programsOf('en');
  let service: RunningService;
  let token: string;

  beforeAll(async () => {
    service = await installation.startWithSample();
    const made = await installation.token(
      '--actor=portal',
      '--role=INTEGRATOR',
      '--organisation=ward',
      '--expires=1d',
    );
    token = made.stdout.trim();
    for (const [file, text] of programs) writeFileSync(join(folder, file), text);
  });

  afterAll(async () => {
    await installation.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are the same in both languages, but for what they say', () => {
    const code = (language: 'en' | 'vi') =>
      [...programsOf(language)].map(([file, text]) => [
        file,
        text.replaceAll(/^ *(#|\/\/) .*$/gm, ''),
      ]);
    expect(code('vi')).toEqual(code('en'));
    expect([...programs.keys()]).toEqual(Object.keys(RUN_BY));
  });

  let rewarded = 0;
  for (const [file, [program = '', ...flags]] of Object.entries(NEEDS)) {
    const isThere = spawnSync(program, flags).status === 0;
    const name = isThere ? file : `${file} (needs ${program})`;
    (isThere ? describe : describe.skip)(name, () => {
      it(
        'tells every recognition once, whenever it is started',
        async () => {
          const first = await follow(file);
          expect(first).toContain('RecognitionGranted');
          expect(first).toContain('1-QĐ/ĐU');
          expect(await follow(file)).not.toMatch(/Granted|Published/);

          rewarded += 1;
          await reward(rewarded);

          expect((await follow(file)).match(/RewardGranted/g)).toHaveLength(1);
          expect(await follow(file)).not.toMatch(/Granted|Published/);
        },
        BOUND_MS,
      );
    });
  }

  async function follow(file: string): Promise<string> {
    const { stdout } = await promisify(execFile)(RUN_BY[file] ?? '', [join(folder, file)], {
      env: {
        ...process.env,
        FOUR_GOOD_URL: new URL(service.url).origin,
        TOKEN: token,
        CURSOR_FILE: join(folder, `${file}.cursor`),
      },
    });
    return stdout;
  }

  async function reward(number: number): Promise<void> {
    const input = withCommon({
      organisation: 'cell-1',
      year: 2024,
      reward: `GIẤY KHEN ${number}`,
      grantedBy: 'ward',
      effectiveAt: '2025-03-01T08:00:00+07:00',
    });
    await service.client.ask(mutationOf('grantReward'), { input });
  }
});

function programsOf(language: 'en' | 'vi'): ReadonlyMap<string, string> {
  const page = readFileSync(
    join(PROJECT, 'docs', 'integrators', `integrator.${language}.md`),
    'utf8',
  );
  return new Map([...page.matchAll(PROGRAM)].map(([, file = '', text = '']) => [file, text]));
}
