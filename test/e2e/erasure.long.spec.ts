import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { Collector } from '../../apps/api/testing/collector';
import { Installation, RunningService } from '../support';
import { built } from '../support/project';

const NAME = 'Nguyễn Thử Đường Ấy';
const PERSONAL = [NAME, 'Thử Đường', '1980-02-03', 'CARD-77 001'];
const MEMBER = 'm001';
const SCORECARDS = `{ scorecards(year: 2024, first: 20) { edges { node {
  organisation { id } outcome failedRules members { total rated }
  goods { code status conditions { id status low high evidenceCount } } } } } }`;
const IDENTITY = `{ member(id: "${MEMBER}") { identity { state fullName } } }`;

interface Scorecards {
  readonly scorecards: { readonly edges: readonly unknown[] };
}

describe('A member whose identity was erased', () => {
  const collector = new Collector();
  const said: Buffer[] = [];
  let installation: Installation;
  let service: RunningService;

  beforeAll(async () => {
    installation = new Installation({
      LOG_LEVEL: 'trace',
      OTEL_EXPORTER_OTLP_ENDPOINT: await collector.listen(),
    });
    service = await started();
  });
  afterAll(async () => {
    await installation.remove();
    await collector.stop();
  });

  async function started(): Promise<RunningService> {
    const child = installation.spawnService();
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => said.push(chunk));
    }
    const listening = await RunningService.listening(child);
    await listening.untilReadinessIs(200);
    return listening;
  }

  const scorecards = () => service.client.ask<Scorecards>(SCORECARDS);

  async function audit(...args: readonly string[]): Promise<void> {
    await promisify(execFile)(process.execPath, [built('main', 'audit'), ...args]);
  }

  it('leaves no trace of it, and every scorecard and signature as it was', async () => {
    // Given: a year with scorecards, a name that was recorded, read and searched, an export, a back-up
    await service.client.give('recordMemberIdentity', {
      member: MEMBER,
      fullName: NAME,
      dateOfBirth: '1980-02-03',
      cardNumber: 'CARD-77 001',
      effectiveAt: '2025-01-02T08:00:00+07:00',
    });
    await service.untilReadinessIs(200);
    expect(await service.client.ask(IDENTITY)).toMatchObject({
      member: { identity: { state: 'RECORDED', fullName: NAME } },
    });
    await service.client.ask(
      'query ($name: String!) { searchMembers(name: $name) { edges { node { id } } } }',
      { name: 'thu duong' },
    );
    const known = await scorecards();
    expect(known.scorecards.edges.length).toBeGreaterThan(5);
    const [before, after, backUp] = ['before', 'after', 'copy'].map((name) =>
      installation.path(name),
    ) as [string, string, string];
    await audit('export', '--url', service.url, '--out', before);

    // When: it is erased, and everything that can be built anew is
    await service.client.give('eraseMemberIdentity', {
      member: MEMBER,
      reason: 'As was asked for',
      effectiveAt: '2025-02-02T08:00:00+07:00',
    });
    await service.untilReadinessIs(200);
    expect(await scorecards()).toEqual(known);
    await service.stop();
    for (const end of ['', '-wal', '-shm']) {
      rmSync(join(installation.dataDir, `views.db${end}`), { force: true });
    }
    service = await started();

    // Then: nothing else has changed, and nothing of it is left anywhere
    expect(await scorecards()).toEqual(known);
    expect(await service.client.ask(IDENTITY)).toEqual({
      member: { identity: { state: 'ERASED', fullName: null } },
    });
    await audit('export', '--url', service.url, '--out', after);
    await audit('verify', after, '--since', before);
    expect((await installation.backUp(backUp, {}, '--with-keys')).code).toBe(0);
    await service.stop();
    const places = [installation.dataDir, before, after, backUp].flatMap(contentsOf);
    const spoken = [Buffer.concat(said), Buffer.from(collector.bodies.join('\n'))];
    // What is known only under its id is there, or nothing was looked through.
    expect(places.some((content) => content.includes(MEMBER))).toBe(true);
    expect(spoken.every(({ length }) => length > 0)).toBe(true);
    const found = PERSONAL.flatMap((text) =>
      [...places, ...spoken].filter((content) =>
        formsOf(text).some((form) => content.includes(form)),
      ),
    );
    expect(found).toEqual([]);
  });
});

/** What is in every file below a folder, unpacked where it is packed. */
function contentsOf(folder: string): readonly Buffer[] {
  if (!existsSync(folder)) throw new Error(`${folder} is not there`);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name)))
    .flatMap((content) => (isPacked(content) ? [content, gunzipSync(content)] : [content]));
}

function isPacked(content: Buffer): boolean {
  return content[0] === 0x1f && content[1] === 0x8b;
}

/** However it may be written: composed or not, in small letters, escaped, in two bytes or in base64. */
function formsOf(text: string): readonly Buffer[] {
  return ['NFC', 'NFD']
    .map((form) => text.normalize(form))
    .flatMap((one) => [one, one.toLowerCase(), escaped(one), encodeURIComponent(one)])
    .flatMap((one) => [Buffer.from(one), Buffer.from(one, 'utf16le'), inBase64(one)]);
}

function escaped(text: string): string {
  return text.replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Of whole groups of three bytes, as they stand in a longer text that begins there. */
function inBase64(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64'));
}
