import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Installation, PROJECT } from '../support';
import type { RunningService } from '../support';

/** The Node of the project, and that of the machine where it is another one: auditors have what they have. */
const NODES = [process.execPath, ...['/usr/bin/node', '/usr/local/bin/node'].filter(isUsable)];

function isUsable(path: string): boolean {
  if (!existsSync(path)) return false;
  const [major = 0] = spawnSync(path, ['--version'])
    .stdout.toString()
    .slice(1)
    .split('.')
    .map(Number);
  return major >= 20;
}

interface Done {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

describe('The tool of auditors, alone in an empty folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'auditor-'));
  const installation = new Installation();
  let service: RunningService;
  let token: string;

  beforeAll(async () => {
    execFileSync(process.execPath, [join(PROJECT, 'scripts', 'audit-bundle.mts')], {
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    });
    copyFileSync(join(PROJECT, 'dist', 'audit.cjs'), join(folder, 'audit.cjs'));
    service = await installation.startWithSample();
    await service.untilReadinessIs(200);
    token = await tokenAs('OPERATOR', 'local');
  });

  async function tokenAs(role: string, organisation: string): Promise<string> {
    const who = ['--actor=auditor', `--role=${role}`, `--organisation=${organisation}`];
    return (await installation.token(...who)).stdout.trim();
  }

  afterAll(async () => {
    await installation.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function run(node: string, ...args: readonly string[]): Promise<Done> {
    const options = { cwd: folder, env: { TOKEN: token }, maxBuffer: 2 ** 26 };
    try {
      const done = await promisify(execFile)(node, ['audit.cjs', ...args], options);
      return { code: 0, ...done };
    } catch (error) {
      const { code, stdout, stderr } = error as Done;
      return { code, stdout, stderr };
    }
  }

  it.each(NODES)('exports, verifies, replays and proves the sample year (%s)', async (node) => {
    const name = `export-${NODES.indexOf(node)}`;
    const exported = await run(node, 'export', '--url', service.url, '--out', name);
    expect(exported).toMatchObject({ code: 0, stderr: '' });
    const verified = await run(node, '--json', 'verify', name);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, findings: [] });

    // Whoever sees all of the ward sees what it was judged by: nothing differs.
    const compared = await run(node, '--json', 'replay', name, '--compare', service.url);
    expect(JSON.parse(compared.stdout)).toMatchObject({ ok: true, differences: [] });
    const [middle, end] = [`${name}-middle.ndjson`, `${name}-end.ndjson`];
    expect(await run(node, 'replay', name, '--at', '400', '--out', middle)).toMatchObject({
      code: 0,
    });
    expect(await run(node, 'replay', name, '--out', end)).toMatchObject({ code: 0 });
    expect((await run(node, 'diff', middle, end)).code).toBe(1);
    expect((await run(node, 'diff', end, end)).code).toBe(0);

    const key =
      (
        await (
          await fetch(new URL('/ledger/key', service.url), {
            headers: { authorization: `Bearer ${token}` },
          })
        ).text()
      ).split(' ')[0] ?? '';
    const lines = readFileSync(join(folder, end), 'utf8').trimEnd().split('\n');
    const [{ goods = [] } = {}] = lines.map(
      (line) => JSON.parse(line) as { readonly goods?: readonly Good[] },
    );
    const event = goods
      .flatMap(({ conditions }) => conditions)
      .flatMap(({ evidence }) => evidence)[0];
    const proof = `${name}.tlog-proof`;
    expect((await run(node, 'prove', event?.id ?? '', name, '--out', proof)).code).toBe(0);
    expect((await run(node, 'check-proof', proof, '--key', key)).code).toBe(0);
    expect((await run(node, 'check-proof', 'audit.cjs', '--key', key)).code).toBe(2);
    expect((await run(node, 'verify', 'nothing')).code).toBe(2);

    const scope = ['report', name, '--under', 'ward', '--year', '2024', '--key', key, '--out'];
    const reported = await run(node, '--json', ...scope, `${name}.xlsx`);
    expect({ ...reported, stdout: JSON.parse(reported.stdout) as object }).toMatchObject({
      code: 0,
      stderr: '',
      stdout: { ok: true, scorecards: 7, findings: 7 },
    });
    expect(
      readFileSync(join(folder, `${name}.xlsx`))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await run(node, ...scope, `${name}.docx`)).code).toBe(2);
    appendFileSync(join(folder, name, 'README.txt'), 'more');
    expect((await run(node, ...scope, `${name}.html`)).code).toBe(1);
    expect(readFileSync(join(folder, `${name}.html`), 'utf8')).toContain('role="alert">WARNING');
  });

  it('holds a part of the history to the whole that was signed', async () => {
    const before = token;
    token = await tokenAs('AUDITOR', 'ward');
    expect(
      await run(process.execPath, 'export', '--url', service.url, '--out', 'part'),
    ).toMatchObject({ code: 0, stderr: '' });
    const { scope } = JSON.parse(readFileSync(join(folder, 'part', 'manifest.json'), 'utf8')) as {
      readonly scope: object;
    };
    expect(scope).toEqual({ under: 'ward' });
    expect(await run(process.execPath, 'verify', 'part')).toMatchObject({ code: 0 });
    // Of what lies above it, it has a part of the events.
    const alone = ['replay', 'part', '--compare', service.url];
    const compared = await run(process.execPath, '--json', ...alone);
    expect(JSON.parse(compared.stdout)).toMatchObject({ ok: true, differences: [] });
    for (const above of [
      ['replay', 'part', '--organisation', 'city'],
      ['report', 'part', '--under', 'city', '--year', '2024', '--out', 'part.csv'],
    ]) {
      const refused = await run(process.execPath, ...above);
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toContain('city');
    }
    token = before;
  });

  it('tells scorecards as of the middle as the service knew them then', async () => {
    const node = process.execPath;
    await run(node, 'export', '--url', service.url, '--out', 'as-of');
    const events = (await run(node, '--json', 'replay', 'as-of', '--at', '400')).stdout;
    const asked = await service.client.ask<{ readonly history: History }>(
      '{ history(filter: {}, first: 1, after: null) { edges { node { position } } } }',
    );
    const first = BigInt(asked.history.edges[0]?.node.position ?? 0);
    for (const line of events.trimEnd().split('\n')) {
      const replayed = JSON.parse(line) as Answered;
      const { scorecard } = await service.client.ask<{ readonly scorecard: Answered }>(
        `query ($organisation: ID!, $year: Int!, $position: Position!) {
          scorecard(organisation: $organisation, year: $year, asOf: { position: $position }) {
            outcome failedRules members { total rated } goods { code status conditions { id status low high } } } }`,
        {
          organisation: replayed.organisation.id,
          year: replayed.year,
          position: String(first + 400n),
        },
      );
      expect(replayed).toMatchObject(scorecard);
    }
  });
});

interface Good {
  readonly conditions: readonly { readonly evidence: readonly { readonly id: string }[] }[];
}

interface History {
  readonly edges: readonly { readonly node: { readonly position: string } }[];
}

interface Answered {
  readonly organisation: { readonly id: string };
  readonly year: number;
}
