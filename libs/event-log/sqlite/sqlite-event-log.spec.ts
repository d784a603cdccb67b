import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { eventLogContract, givenEvent, givenEvents } from '../contract';
import {
  LogFileUnusable,
  LogOwnedByAnother,
  openSqliteEventLog,
  type SqliteEventLog,
} from './index';

const clock = () => new Date();

eventLogContract('the SQLite adapter', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'event-log-'));
  const open = () => openSqliteEventLog({ path: join(folder, 'log.db'), clock });
  let log = open();
  return {
    log,
    reopen: async () => {
      await log.close();
      log = open();
      return log;
    },
    dispose: async () => {
      await log.close();
      rmSync(folder, { recursive: true });
    },
  };
});

describe('the SQLite event log', () => {
  let folder: string;
  let path: string;
  const opened: SqliteEventLog[] = [];

  const open = (options: Partial<Parameters<typeof openSqliteEventLog>[0]> = {}) => {
    const log = openSqliteEventLog({ path, clock, ...options });
    opened.push(log);
    return log;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'event-log-'));
    path = join(folder, 'data', 'log.db');
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map(async (log) => log.close()));
    rmSync(folder, { recursive: true });
  });

  it('commits concurrent appends as a group', async () => {
    const log = open();
    await Promise.all(
      givenEvents(1, 100).map(async (event, index) =>
        log.append(`c-${index}`, 'no-stream', [event]),
      ),
    );
    expect(await log.readAllSlice()).toHaveLength(100);
    expect(log.commits).toBe(1);

    await log.append('c-0', 0, [givenEvent(101)]);
    expect(log.commits).toBe(2);
  });

  it('numbers positions without gaps, also around refused appends', async () => {
    const log = open();
    await Promise.allSettled([
      log.append('c-1', 'no-stream', givenEvents(1, 2)),
      log.append('c-2', 'no-stream', [givenEvent(3), givenEvent(1)]),
      log.append('c-3', 5, [givenEvent(4)]),
      log.append('c-4', 'no-stream', [givenEvent(5)]),
    ]);
    expect((await log.readAllSlice()).map((event) => event.position)).toEqual([1n, 2n, 3n]);
  });

  it('takes the recorded time from the clock, and holds it when the clock is set back', async () => {
    const times = [
      '2025-03-01T01:00:00.000Z',
      '2025-02-01T00:00:00.000Z',
      '2025-03-01T01:00:00.001Z',
    ];
    let log = open({ clock: () => new Date(times.shift() ?? 0) });
    const recorded: string[] = [];
    for (const n of [1, 2]) {
      recorded.push((await log.append(`c-${n}`, 'no-stream', [givenEvent(n)])).recordedAt);
    }
    await log.close();
    log = open({ clock: () => new Date('2020-01-01T00:00:00Z') });
    recorded.push((await log.append('c-3', 'no-stream', [givenEvent(3)])).recordedAt);
    await log.close();
    log = open({ clock: () => new Date(times.shift() ?? 0) });
    recorded.push((await log.append('c-4', 'no-stream', [givenEvent(4)])).recordedAt);

    expect(recorded).toEqual([
      '2025-03-01T01:00:00.000Z',
      '2025-03-01T01:00:00.000Z',
      '2025-03-01T01:00:00.000Z',
      '2025-03-01T01:00:00.001Z',
    ]);
  });

  it('keeps its identity when it is opened again', async () => {
    const first = open({ newLogId: () => 'log-a' });
    await first.close();
    expect(open({ newLogId: () => 'log-b' }).logId).toBe('log-a');
  });

  it('fails the appends of a group when the store fails, says so, and goes on afterwards', async () => {
    let time = new Date(Number.NaN);
    const log = open({ clock: () => time });
    const outcomes = await Promise.allSettled([
      log.append('c-1', 'no-stream', [givenEvent(1)]),
      log.append('c-2', 'no-stream', [givenEvent(2)]),
    ]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ reason: { kind: 'LogUnavailable', outcome: 'not-stored' } });
    }
    time = clock();
    await log.append('c-1', 'no-stream', [givenEvent(1)]);
    expect(await log.readAllSlice()).toHaveLength(1);
  });

  it('acknowledges nothing into a file that was removed or replaced, and goes on once it is back', async () => {
    const log = open();
    await log.append('c-1', 'no-stream', [givenEvent(1)]);
    const elsewhere = `${path}.moved`;
    renameSync(path, elsewhere);
    const given = () => log.append('c-1', 0, [givenEvent(2)]);

    await expect(given()).rejects.toThrow(`${path} as an event log: it was removed`);
    await expect(log.checkHealth()).rejects.toThrow('it was removed');
    writeFileSync(path, '');
    await expect(given()).rejects.toThrow('it was replaced by another file');
    renameSync(elsewhere, path);
    await log.checkHealth();
    await given();
    expect(await log.count()).toBe(2);
  });

  it('refuses a file from which events were removed, naming the first', async () => {
    const log = open();
    await log.append('c-1', 'no-stream', givenEvents(1, 3));
    await log.close();
    const db = new DatabaseSync(path);
    db.exec('DELETE FROM event WHERE position = 2');
    db.close();

    expect(() => open()).toThrow('events are missing from it, the first at position 2');
  });

  describe('owned by one writer', () => {
    it('refuses a second one in the same process, also under another name', () => {
      open();
      expect(() => open()).toThrow(LogOwnedByAnother);
      expect(() => open({ path: join(folder, 'data', '..', 'data', 'log.db') })).toThrow(
        LogOwnedByAnother,
      );
    });

    it('lets the next one in when it is closed', async () => {
      await open().close();
      expect(() => open()).not.toThrow();
    });

    it('refuses while another process owns it, and takes over at once when that is killed', async () => {
      await open().close();
      // The other owner needs only the lock: that is all a second process ever gets to see of the first.
      const script = join(folder, 'owner.cjs');
      writeFileSync(
        script,
        `const { DatabaseSync } = require('node:sqlite');
         const lock = new DatabaseSync(${JSON.stringify(`${path}.lock`)}, { timeout: 0 });
         lock.exec('BEGIN EXCLUSIVE');
         process.stdout.write('owned');
         setInterval(() => lock.isOpen, 60_000);`,
      );
      const owner = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
      const gone = new Promise((resolve) => owner.once('exit', resolve));
      await new Promise((resolve) => owner.stdout.once('data', resolve));

      try {
        expect(() => open()).toThrow(LogOwnedByAnother);
        expect(open({ readOnly: true }).logId).toMatch(/^[0-9a-f-]{36}$/);
      } finally {
        owner.kill('SIGKILL');
        await gone;
      }
      const log = open();
      await log.append('c-1', 'no-stream', [givenEvent(1)]);
      expect(await log.readAllSlice()).toHaveLength(1);
    });

    it('holds a lock that another process sees', async () => {
      open();
      const script = `
        const { DatabaseSync } = require('node:sqlite');
        const lock = new DatabaseSync(${JSON.stringify(`${path}.lock`)}, { timeout: 0 });
        try { lock.exec('BEGIN EXCLUSIVE'); console.log('free'); } catch (error) { console.log(error.errcode); }`;
      expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()).toBe('5');
    });
  });

  describe('open for reading only', () => {
    it('reads and follows what the owner appends, and appends nothing', async () => {
      const owner = open();
      await owner.append('c-1', 'no-stream', [givenEvent(1)]);
      const reader = open({ readOnly: true });
      const stop = new AbortController();

      expect(await reader.head()).toBe(1n);
      const seen: string[] = [];
      for await (const message of reader.subscribe({ after: 'start', signal: stop.signal })) {
        if (message.kind === 'event') seen.push(message.event.id);
        if (message.kind === 'caughtUp' && seen.length === 1) {
          await owner.append('c-1', 0, [givenEvent(2)]);
        }
        if (seen.length === 2) break;
      }
      expect(seen).toEqual([givenEvent(1).id, givenEvent(2).id]);
      expect(await reader.readStreamSlice('c-1', 1)).toHaveLength(1);
      await expect(reader.append('c-1', 1, [givenEvent(3)])).rejects.toMatchObject({
        kind: 'LogUnavailable',
      });
    });

    it('refuses a file that is not there, and does not make it', () => {
      expect(() => open({ readOnly: true })).toThrow(LogFileUnusable);
      expect(existsSync(path)).toBe(false);
    });
  });

  describe('given a file that is no log of its format', () => {
    const given = (sql: string) => {
      path = join(folder, 'other.db');
      const db = new DatabaseSync(path);
      db.exec(sql);
      db.close();
    };

    it('refuses another database and leaves it as it is', () => {
      given('CREATE TABLE note (text TEXT)');
      expect(() => open()).toThrow(LogFileUnusable);
    });

    it('refuses a newer format', () => {
      given(
        `CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
         INSERT INTO meta VALUES ('format_version', '2'), ('log_id', 'x')`,
      );
      expect(() => open()).toThrow(/its format is 2/);
    });

    it('refuses what is no database, and lets go of the lock', () => {
      path = join(folder, 'text.db');
      writeFileSync(path, 'position,stream,revision\n'.repeat(100));
      expect(() => open()).toThrow(LogFileUnusable);
      expect(() => open()).toThrow(LogFileUnusable);
    });
  });
});
