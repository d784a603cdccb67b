import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Installation, SAMPLE } from '../support';
import type { RunningService } from '../support';

const HEAD = '{ status { position } }';
const YEAR = '{ scorecards(year: 2024) { edges { node { outcome } } } }';

interface Head {
  readonly status: { readonly position: string | null };
}

describe('an import', () => {
  const installation = new Installation();
  const elsewhere = new Installation();
  const bundle = installation.path('bundle');
  let service: RunningService;

  const head = async () => (await service.client.ask<Head>(HEAD)).status.position;
  const report = () => readFileSync(join(bundle, 'import-report.csv'), 'utf8');

  beforeAll(async () => {
    cpSync(SAMPLE, bundle, { recursive: true });
    service = await installation.start();
  });

  afterAll(() => Promise.all([installation.remove(), elsewhere.remove()]));

  it('as a dry run validates everything and records nothing', async () => {
    const { code, stdout } = await installation.import(bundle, '--dry-run');

    expect({ code, head: await head() }).toEqual({ code: 0, head: null });
    expect(stdout).toMatch(/^meetings\.csv: 68 would be recorded, 0 already there, 0 refused$/m);
  });

  it('goes through the service that has the log, which the command finds by itself', async () => {
    const { code, stdout } = await installation.import(bundle);

    expect(code).toBe(0);
    expect(stdout).toMatch(/^meetings\.csv: 68 recorded, 0 already there, 0 refused$/m);
    expect(report()).toMatch(/^meetings\.csv,2,RECORDED,,,$/m);
    const { scorecards } = await service.client.ask<{ scorecards: { edges: unknown[] } }>(YEAR);
    expect(scorecards.edges.length).toBeGreaterThan(0);
  });

  it('goes through the service that is named', async () => {
    const before = await head();
    const { code, stdout } = await elsewhere.import(bundle, '--url', service.url);

    expect({ code, head: await head() }).toEqual({ code: 0, head: before });
    expect(stdout).toMatch(/^meetings\.csv: 0 recorded, 68 already there, 0 refused$/m);
  });

  it('reports a row that is bad or changed with its place and reason, and takes the others', async () => {
    const meetings = join(bundle, 'meetings.csv');
    const [, first = ''] = readFileSync(meetings, 'utf8').split('\n');
    const other = first.replaceAll('cell-1-2024-01', 'cell-1-2024-extra');
    appendFileSync(
      meetings,
      [
        first.replace('REGULAR', 'THEMATIC'),
        other.replace('REGULAR', 'PARTY'),
        other.replace('cell-1-2024-extra,cell-1', 'cell-9-2024-01,cell-9'),
        other,
      ].join('\n'),
    );
    const { code, stdout } = await installation.import(bundle);

    expect(code).toBe(1);
    expect(stdout).toMatch(/^meetings\.csv: 1 recorded, 68 already there, 3 refused$/m);
    expect(report()).toMatch(/^meetings\.csv,70,REFUSED,kind,CHANGED_ROW,.*REGULAR.*THEMATIC/m);
    expect(report()).toMatch(/^meetings\.csv,71,REFUSED,kind,NOT_ONE_OF,/m);
    expect(report()).toMatch(/^meetings\.csv,72,REFUSED,organisation,ORGANISATION_UNKNOWN,/m);
    expect(report()).toMatch(/^meetings\.csv,73,RECORDED,,,$/m);
  });

  it('prints no escape sequences, wherever they come from', async () => {
    const strange = installation.path('\u001b[31mstrange');
    mkdirSync(strange);
    writeFileSync(join(strange, '\u001b]0;x\u0007.csv'), 'id\n');
    for (const path of [strange, installation.path('\u009b2Jnowhere')]) {
      const { code, stdout, stderr } = await installation.import(path);
      expect(code).toBe(2);
      expect(`${stdout}${stderr}`).toContain('\\u00');
      expect(`${stdout}${stderr}`).not.toMatch(/(?!\n)\p{Cc}/u);
    }
  });

  it('of what is no bundle says so', async () => {
    const [nowhere, empty] = [installation.path('nowhere'), installation.dataDir];

    expect(await installation.import(nowhere)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('does not exist'),
    });
    expect(await installation.import(empty)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no known table'),
    });
  });

  it('of a file with more in it than any office has is refused, and the service goes on', async () => {
    const before = await head();
    const wide = installation.path('wide');
    mkdirSync(wide);
    writeFileSync(join(wide, 'members.csv'), 'c,'.repeat(1_000_000));

    expect(await installation.import(wide)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('LIMIT_EXCEEDED'),
    });
    expect(await head()).toBe(before);
  });

  it('is refused with what to do while another process has the log and cannot be found', async () => {
    const before = await head();
    rmSync(join(installation.dataDir, 'service.json'));
    const { code, stderr } = await installation.import(bundle);

    expect({ code, stderr, head: await head() }).toEqual({
      code: 2,
      stderr: expect.stringContaining('Import through the running service with --url'),
      head: before,
    });
  });

  it('through a service that does not answer says so', async () => {
    const nobody = 'http://127.0.0.1:9/graphql';
    const { code, stderr } = await installation.import(bundle, '--url', nobody);

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`${nobody} does not answer`),
    });
  });

  it('needs no service: it opens the stores when nobody has them, also after a service was killed', async () => {
    await service.kill();
    const { code, stdout } = await installation.import(SAMPLE, '--dry-run');

    expect(code).toBe(0);
    expect(stdout).toMatch(/^meetings\.csv: 0 would be recorded, 68 already there, 0 refused$/m);
  });
});
