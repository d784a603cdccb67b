import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { built, COMPILE_CACHE } from './project';
import { endOf, RunningService } from './running-service';
import type { Ended } from './running-service';

/** What a program that ran to its end left behind. */
export interface Finished extends Ended {
  readonly stdout: string;
  readonly stderr: string;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** A service that waits for its word to start. */
export interface StandBy {
  start(): Promise<RunningService>;
}

/** Its arguments are those of a start: the program, then the flags. */
const LOADED_AHEAD = `
  const program = process.argv[1];
  require(require('node:path').join(program, '..', 'api.module.js'));
  require('node:fs').readSync(0, Buffer.alloc(1));
  require(program);`;

/** A data folder of its own, and the programs of this project on it, as they were built. */
export class Installation {
  private readonly folder = mkdtempSync(join(tmpdir(), 'four-good-test-'));
  private readonly children = new Set<Child>();
  readonly dataDir = join(this.folder, 'data');

  /** @param environment of all its programs */
  constructor(private readonly environment: Readonly<Record<string, string>> = {}) {}

  /** A path for whatever else a test needs, removed with the installation. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** Starts the service without the sample, and waits until it listens. */
  start(...flags: readonly string[]): Promise<RunningService> {
    return RunningService.listening(this.spawnService('--empty', ...flags));
  }

  /** Starts the service as a newcomer does. */
  startWithSample(): Promise<RunningService> {
    return RunningService.listening(this.spawnService());
  }

  /**
   * Starts the service where no file can grow beyond so many KiB, as on a disk that is full: the writes fail.
   */
  startWithFilesUpTo(kilobytes: number): Promise<RunningService> {
    const limited = `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$@"`;
    const service = [process.execPath, built('main'), '--empty'];
    return RunningService.listening(this.spawn(['-c', limited, 'bash', ...service], {}, 'bash'));
  }

  /** Starts a projector, and waits until it tells of its health. */
  startProjector(...flags: readonly string[]): Promise<RunningService> {
    return RunningService.listening(this.spawn([built('main', 'projector'), ...flags]));
  }

  /** Starts the service and waits for nothing. */
  spawnService(...flags: readonly string[]): Child {
    return this.spawn([built('main'), ...flags]);
  }

  /**
   * A process that has loaded the service's code and touches the data folder only when told. Loading
   * takes most of a start: tests that start often do it ahead.
   */
  standBy(...flags: readonly string[]): StandBy {
    const child = this.spawn(['--eval', LOADED_AHEAD, built('main'), '--empty', ...flags]);
    return { start: () => startedBy(child) };
  }

  /** Runs the service where it is expected to end by itself. */
  runService(
    flags: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Finished> {
    return finished(this.spawn([built('main'), ...flags], environment));
  }

  import(bundle: string, ...flags: readonly string[]): Promise<Finished> {
    return finished(this.spawnImport(bundle, ...flags));
  }

  spawnImport(bundle: string, ...flags: readonly string[]): Child {
    return this.spawn([built('import.cli'), bundle, ...flags]);
  }

  migrate(from: string, to: string): Promise<Finished> {
    return finished(this.spawnMigrate(from, to));
  }

  spawnMigrate(from: string, to: string): Child {
    return this.spawn([built('migrate.cli'), '--from', from, '--to', to]);
  }

  backUp(
    folder: string,
    environment: Readonly<Record<string, string>> = {},
    ...options: readonly string[]
  ): Promise<Finished> {
    return finished(this.spawn([built('backup.cli'), folder, ...options], environment));
  }

  /** Has the read models built at another time, or now. */
  rebuild(
    words: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Finished> {
    return finished(this.spawn([built('rebuild.cli', 'projector'), ...words], environment));
  }

  token(...flags: readonly string[]): Promise<Finished> {
    return finished(this.spawn([built('token.cli'), ...flags]));
  }

  /** Ends what still runs and removes everything. */
  async remove(): Promise<void> {
    const ends = [...this.children].map((child) => endOf(child));
    for (const child of this.children) child.kill('SIGKILL');
    await Promise.all(ends);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private spawn(
    command: readonly string[],
    environment: Readonly<Record<string, string>> = {},
    program = process.execPath,
  ): Child {
    const child = spawn(program, command, {
      cwd: this.folder,
      env: {
        PATH: process.env.PATH,
        HOST: '127.0.0.1',
        PORT: '0',
        DATA_DIR: this.dataDir,
        DUE_DATES: 'off',
        LOG_LEVEL: 'warn',
        // These tests start the same programs a hundred times.
        NODE_COMPILE_CACHE: COMPILE_CACHE,
        ...this.environment,
        ...environment,
      },
      stdio: 'pipe',
    });
    this.children.add(child);
    child.once('close', () => this.children.delete(child));
    return child;
  }
}

function startedBy(child: Child): Promise<RunningService> {
  child.stdin.end('.');
  return RunningService.listening(child);
}

async function finished(child: Child): Promise<Finished> {
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const ended = await endOf(child);
  return { ...ended, ...said };
}
