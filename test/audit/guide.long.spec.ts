import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Installation, PROJECT } from '../support';
import type { RunningService } from '../support';

/** What a page has its reader run, and what it says comes of it. */
interface Step {
  readonly commands: string;
  readonly answer: string | undefined;
}

const STEP = /```sh\n(.+?)```(?:\n+```text\n(.+?)```)?/gs;
const SCRIPT = /```python\n(.+?)```/s;
/** The steps of the visit; what comes after them is a year later. */
const STEPS_OF_VISIT = 2;

function page(language: 'en' | 'vi'): { readonly steps: readonly Step[]; readonly script: string } {
  const text = readFileSync(join(PROJECT, 'docs', 'guides', `auditor.${language}.md`), 'utf8');
  return {
    steps: [...text.matchAll(STEP)].map(([, commands = '', answer]) => ({ commands, answer })),
    script: SCRIPT.exec(text)?.[1] ?? '',
  };
}

const ENGLISH = page('en');
const VIETNAMESE = page('vi');

/** Nothing for a program that is not there. */
function versionOf(program: string, asked: string): string {
  const { status, stdout } = spawnSync(program, [asked]);
  return status === 0 ? stdout.toString() : '';
}

const canByHand =
  versionOf('python3', '--version') !== '' && versionOf('openssl', 'version').includes(' 3.');
const byHand = canByHand ? it : it.skip;

describe('The guide for the auditor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'auditor-guide-'));
  const installation = new Installation();
  let service: RunningService;
  let environment: NodeJS.ProcessEnv;

  beforeAll(async () => {
    service = await installation.startWithSample();
    await service.untilReadinessIs(200);
    const who = ['--actor=auditor', '--role=AUDITOR', '--organisation=city'];
    const token = (await installation.token(...who)).stdout.trim();
    const program = join(PROJECT, 'dist', 'apps', 'audit', 'main.js');
    writeFileSync(join(folder, 'audit.cjs'), `require(${JSON.stringify(program)});\n`);
    const path = `${join(process.execPath, '..')}:${process.env.PATH ?? ''}`;
    environment = { PATH: path, URL: new URL(service.url).origin, TOKEN: token };
  });

  afterAll(async () => {
    await installation.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has its reader do the same in both languages', () => {
    const inNoLanguage = ({ commands }: Step) =>
      commands.replaceAll('--language vi', '--language en');
    expect(ENGLISH.steps.length).toBeGreaterThan(8);
    expect(VIETNAMESE.steps.map(inNoLanguage)).toEqual(ENGLISH.steps.map(inNoLanguage));
    expect(VIETNAMESE.script).toBe(ENGLISH.script);
  });

  it('goes through an inspection from beginning to end, a year of the service in between', async () => {
    const withoutHand = ENGLISH.steps.slice(0, -1);
    await expectAnswers(withoutHand.slice(0, STEPS_OF_VISIT));
    await aYearLater();
    await expectAnswers(withoutHand.slice(STEPS_OF_VISIT));
    // The same files, told in the other language; nothing is fetched twice.
    const told = VIETNAMESE.steps.filter(
      ({ answer, commands }) =>
        answer !== undefined && !commands.includes('$URL') && !commands.includes('by-hand'),
    );
    await expectAnswers(told);
  });

  byHand('shows how it is verified without our tool', async () => {
    writeFileSync(join(folder, 'by-hand.py'), ENGLISH.script);
    await expectAnswers(ENGLISH.steps.slice(-1));
  });

  /** Something is recorded after the visit. */
  async function aYearLater(): Promise<void> {
    await service.client.give('scheduleMeeting', {
      effectiveAt: '2025-02-03T08:00:00+07:00',
      meeting: 'cell-6-2025-02',
      organisation: 'cell-6',
      kind: 'REGULAR',
      startsAt: '2025-02-10T19:00:00+07:00',
    });
  }

  async function expectAnswers(steps: readonly Step[]): Promise<void> {
    for (const { commands, answer } of steps) {
      const { code, said, complained } = await inShell(commands);
      expect({ commands, code, complained }).toEqual({ commands, code: 0, complained: '' });
      expect(said).toMatch(asPattern(answer ?? ''));
    }
  }

  function inShell(commands: string) {
    const child = spawn('bash', ['--norc', '-e', '-o', 'pipefail', '-c', commands], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const told = { said: '', complained: '' };
    child.stdout.on('data', (chunk: Buffer) => (told.said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (told.complained += chunk.toString()));
    return new Promise<{ code: number | null; said: string; complained: string }>((resolve) => {
      child.once('close', (code) => {
        resolve({ code, ...told });
      });
    });
  }
});

/** What the last of some commands says; `…` stands for what differs from one service to the next. */
function asPattern(answer: string): RegExp {
  const escaped = answer.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?:^|\n)${escaped.join('.+')}$`);
}
