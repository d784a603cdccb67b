import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readCheckpoint, readVerifierKey } from '#ledger';
import { runs } from '#vocabulary/testing';
import type { LoggedFact } from '#projection-engine';
import { timelineEntry } from '#projections';
import type { ToldEvent } from '../../apps/audit/exporting/told-history';
import { LogSource } from '../../apps/audit/exporting/log-source';
import { UrlSource } from '../../apps/audit/exporting/url-source';
import { fileOf, writeExport, writeManifest } from '../../apps/audit/exporting/write-export';
import { eventsOf, recordedIn } from '../../apps/audit/reading/exported-events';
import { ExportFolder } from '../../apps/audit/reading/export-folder';
import type { Manifest } from '../../apps/audit/reading/manifest';
import { CannotTell } from '../../apps/audit/terminal/outcome';
import { verifyExport } from '../../apps/audit/verifying/verify-export';
import type { Verdict, VerifyRequest } from '../../apps/audit/verifying/verify-export';
import { verifyToldHistory } from '../../apps/audit/verifying/verify-told-history';
import { recognisedCell } from '../../apps/api/testing/recognised-cell';
import { startTestApi } from '../../apps/api/testing/test-api';

const EVENTS = 'events-000000.ndjson.gz';

/** What an auditor kept of an honest history, and the folder in which its service left it. */
describe('A history that was tampered with', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tampered-'));
  const honest = join(folder, 'honest');
  let dataDir: string;
  let kept: Pick<VerifyRequest, 'keys' | 'since' | 'sinceLeaves'>;
  let size: number;
  let number = 0;

  beforeAll(async () => {
    const api = await startTestApi();
    dataDir = api.dataDir;
    await recognisedCell(api);
    const source = new UrlSource(api.url, undefined);
    const { keys } = await written(honest, source);
    await api.close();
    const since = readCheckpoint(readFileSync(join(honest, 'checkpoint'), 'utf8'));
    size = since.size;
    const sinceLeaves = readFileSync(join(honest, 'leaves.bin'));
    kept = { keys: keys.map(readVerifierKey), since, sinceLeaves };
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  });

  function written(to: string, source: UrlSource | LogSource): Promise<Manifest> {
    return writeExport(source, { folder: to, now: () => new Date(0), onProgress: () => undefined });
  }

  async function verified(path: string): Promise<Verdict> {
    const opened = await ExportFolder.open(path);
    return verifyExport(opened, { ...kept, witnesses: [], onProgress: () => undefined });
  }

  /** A copy of the honest export, changed. */
  async function changed(change: (copy: string) => void | Promise<void>): Promise<string> {
    number += 1;
    const copy = join(folder, `export-${number}`);
    cpSync(honest, copy, { recursive: true });
    await change(copy);
    return copy;
  }

  /** By somebody who makes the manifest fit again. */
  async function withLines(copy: string, change: (lines: string[]) => string[]): Promise<void> {
    const path = join(copy, EVENTS);
    const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split('\n');
    const text = change(lines).map((one) => `${one}\n`);
    writeFileSync(path, gzipSync(text.join('')));
    const manifestPath = join(copy, 'manifest.json');
    const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest;
    const files = await Promise.all(manifest.files.map(({ name }) => fileOf(copy, name)));
    writeManifest(copy, { ...manifest, files });
  }

  it('is all right as long as it is not', async () => {
    const verdict = await verified(honest);
    expect(verdict).toMatchObject({ ok: true, size, findings: [] });
    const again = await verified(await changed((copy) => withLines(copy, (lines) => lines)));
    expect(again).toMatchObject({ ok: true, findings: [] });
  });

  const line = fc.nat();
  const tampering = fc.record({
    kind: fc.constantFrom('ALTERED', 'REMOVED', 'INSERTED', 'REORDERED', 'TRUNCATED'),
    at: line,
    other: line,
    digit: fc.nat(),
  });

  it('is found in an export whose manifest fits, with the first bad event and what happened to it', async () => {
    await fc.assert(
      fc.asyncProperty(tampering, async ({ kind, at, other, digit }) => {
        const index = at % (size - 1);
        const second = index + 1 + (other % (size - 1 - index));
        const path = await changed((copy) =>
          withLines(copy, (lines) => tamperedLines(lines, { kind, index, second, digit })),
        );
        const { ok, findings } = await verified(path);
        expect(ok).toBe(false);
        expect(findings[0]).toMatchObject({ kind, index });
        rmSync(path, { recursive: true });
      }),
      { numRuns: runs(120) },
    );
  });

  it('is found in whichever byte of an export', async () => {
    const files = readdirSync(honest).filter((name) => statSync(join(honest, name)).isFile());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.nat(7), async (name, at, bit) => {
        const path = await changed((copy) => {
          const bytes = readFileSync(join(copy, name));
          const place = at % bytes.length;
          bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
          writeFileSync(join(copy, name), bytes);
        });
        expect(await outcomeOf(() => verified(path))).not.toBe('all right');
        rmSync(path, { recursive: true });
      }),
      { numRuns: runs(120) },
    );
  });

  it('is found in what a service shows of it, unless it was recorded since', async () => {
    const opened = await ExportFolder.open(honest);
    const shown: ToldEvent[] = [];
    for await (const event of eventsOf(opened)) {
      shown.push(timelineEntry(recordedIn(event) as LoggedFact));
    }
    const since = shown.slice(0, 3).map((event, at) => ({ ...event, id: `since ${at}` }));
    const found = async (events: readonly ToldEvent[]) => {
      const pages = chunked([...events, ...since], 5);
      const findings = await verifyToldHistory(eventsOf(opened), pages);
      return findings.map(({ kind, index }) => ({ kind, index }));
    };
    expect(await found(shown)).toEqual([]);
    const kinds = fc.constantFrom('ALTERED', 'REMOVED', 'INSERTED', 'REORDERED');
    await fc.assert(
      fc.asyncProperty(kinds, fc.nat(), fc.nat(), async (kind, at, other) => {
        const index = at % (size - 1);
        const later = index + 1 + (other % (size - 1 - index));
        const events = [...shown];
        const [one] = events.slice(index);
        if (one === undefined) throw new RangeError('There is no such event');
        if (kind === 'ALTERED') events[index] = { ...one, type: 'SomethingElse' };
        if (kind === 'REMOVED') events.splice(index, 1);
        if (kind === 'INSERTED') events.splice(index, 0, { ...one, id: 'nobody knows it' });
        if (kind === 'REORDERED') events.splice(later, 0, ...events.splice(index, 1));
        expect(await found(events)).toEqual([{ kind, index }]);
      }),
      { numRuns: runs(100) },
    );
  });

  const statements = fc.record({
    what: fc.constantFrom(
      'data',
      'metadata',
      'type',
      'recorded_at',
      'removed',
      'swapped',
      'truncated',
    ),
    at: fc.nat(),
  });

  it('is found in the file of the log, with the first bad event', async () => {
    await fc.assert(
      fc.asyncProperty(statements, async ({ what, at }) => {
        number += 1;
        const copy = join(folder, `data-${number}`);
        cpSync(dataDir, copy, { recursive: true });
        const index = at % (size - 1);
        const db = new DatabaseSync(join(copy, 'log.db'));
        db.exec(TAMPERING_SQL[what]?.(index + 1) ?? '');
        db.close();
        const url = `sqlite:${join(copy, 'log.db')}`;
        const source = await LogSource.open(url, copy);
        const path = join(folder, `of-log-${number}`);
        await written(path, source);
        await source.close();
        const { ok, findings } = await verified(path);
        expect(ok).toBe(false);
        const named = findings.find((finding) => finding.index !== null);
        expect(named).toMatchObject({ index, kind: EXPECTED[what] ?? 'ALTERED' });
        rmSync(copy, { recursive: true });
        rmSync(path, { recursive: true });
      }),
      { numRuns: runs(60) },
    );
  });
});

const EXPECTED: Readonly<Record<string, string>> = {
  removed: 'REMOVED',
  swapped: 'REORDERED',
  truncated: 'TRUNCATED',
};

const AWAY = 1_000_000;

const TAMPERING_SQL: Readonly<Record<string, (position: number) => string>> = {
  data: (p) => `UPDATE event SET data = json_set(data, '$.x', 1) WHERE position = ${p}`,
  metadata: (p) =>
    `UPDATE event SET metadata = json_set(metadata, '$.reason', 'x') WHERE position = ${p}`,
  type: (p) => `UPDATE event SET type = type || 'X' WHERE position = ${p}`,
  recorded_at: (p) =>
    `UPDATE event SET recorded_at = '2019-01-01T00:00:00.000Z' WHERE position = ${p}`,
  removed: (p) => `DELETE FROM event WHERE position = ${p}`,
  swapped: (p) => `
    UPDATE event SET position = ${AWAY} WHERE position = ${p};
    UPDATE event SET position = ${p} WHERE position = ${p + 1};
    UPDATE event SET position = ${p + 1} WHERE position = ${AWAY};`,
  truncated: (p) => `DELETE FROM event WHERE position >= ${p}`,
};

interface Tampering {
  readonly kind: string;
  readonly index: number;
  readonly second: number;
  readonly digit: number;
}

function tamperedLines(lines: string[], { kind, index, second, digit }: Tampering): string[] {
  const one = lines[index] ?? '';
  switch (kind) {
    case 'ALTERED':
      return lines.with(index, one.replace('"metadata":{', `"metadata":{"x":${digit},`));
    case 'REMOVED':
      return lines.toSpliced(index, 1);
    case 'INSERTED':
      return lines.toSpliced(index, 0, one.replace('"metadata":{', `"metadata":{"x":${digit},`));
    case 'REORDERED':
      return lines.with(index, lines[second] ?? '').with(second, one);
    default:
      return lines.slice(0, index);
  }
}

async function outcomeOf(verify: () => Promise<Verdict>): Promise<string> {
  try {
    return (await verify()).ok ? 'all right' : 'wrong';
  } catch (error) {
    if (error instanceof CannotTell) return 'cannot tell';
    throw error;
  }
}

async function* chunked<T>(items: readonly T[], size: number): AsyncGenerator<readonly T[], void> {
  for (let from = 0; from < items.length; from += size) {
    yield await Promise.resolve(items.slice(from, from + size));
  }
}
