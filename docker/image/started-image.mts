import { execFileSync, spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { listeningAddress } from '../../scripts/running.mts';
import { healthCheckOf, valueOf, variablesOf, wordsOf } from './dockerfile.mts';
import type { Stage } from './dockerfile.mts';

const STOP_LIMIT_MS = 20_000;

export interface Folders {
  readonly workingFolder: string;
  readonly nodeFolder: string;
  /** Stands for what is writable in memory. */
  readonly temporaryFolder: string;
}

/** A program of the image that listens. */
export interface Started {
  readonly url: string;
  /** The code with which the health check ends. */
  checkHealth(): number;
  /** As an engine would; throws when it does not end with code 0. */
  stop(): Promise<void>;
}

/** Runs commands in the tree of an image as its Dockerfile says: its user, its variables, its signal. */
export class StartedImage {
  readonly #environment: Readonly<Record<string, string>>;
  readonly #user: { readonly uid?: number; readonly gid?: number };

  readonly #stage: Stage;
  readonly #root: string;
  readonly #folders: Folders;

  constructor(stage: Stage, root: string, folders: Folders) {
    this.#stage = stage;
    this.#root = root;
    this.#folders = folders;
    const [uid, gid] = valueOf(stage, 'USER').split(':').map(Number);
    // Nobody but root may run anything as somebody else.
    this.#user =
      process.getuid?.() === 0 && uid !== undefined && gid !== undefined ? { uid, gid } : {};
    mkdirSync(folders.temporaryFolder);
    chmodSync(folders.temporaryFolder, 0o1777);
    const { PATH = '', DATA_DIR = '', ...variables } = Object.fromEntries(variablesOf(stage));
    const machine = [folders.nodeFolder, '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter);
    this.#environment = {
      ...variables,
      PATH: join(root, PATH.replace('$PATH', machine)),
      DATA_DIR: join(root, DATA_DIR),
      // Not on the addresses of this machine, and beside whatever else runs on it.
      HOST: '127.0.0.1',
      PORT: '0',
      TMPDIR: folders.temporaryFolder,
    };
  }

  /** All but the folders for volumes. */
  makeReadOnly(): void {
    const volumes = join(this.#root, 'var', 'lib');
    const withoutVolumes = [this.#root, '-path', volumes, '-prune', '-o', '-not', '-type', 'l'];
    execFileSync('find', [...withoutVolumes, '-exec', 'chmod', 'a-w', '{}', '+']);
  }

  /** Runs a command to its end. */
  run(command: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const [program = '', ...words] = command;
    const { status, stdout, stderr } = spawnSync(program, words, {
      cwd: this.#folders.workingFolder,
      env: { ...this.#environment, ...environment },
      encoding: 'utf8',
      ...this.#user,
    });
    return { code: status, stdout, stderr };
  }

  /** Starts what the image is there for. */
  startCommand(): Promise<Started> {
    return this.start([...wordsOf(this.#stage, 'ENTRYPOINT'), ...wordsOf(this.#stage, 'CMD')]);
  }

  async start(command: readonly string[]): Promise<Started> {
    const [program = '', ...words] = command;
    const child = spawn(program, words, {
      cwd: this.#folders.workingFolder,
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'inherit'],
      ...this.#user,
    });
    const kill = () => child.kill('SIGKILL');
    process.once('exit', kill);
    const url = await listeningAddress(child);
    return {
      url,
      checkHealth: () => {
        const { code } = this.run(healthCheckOf(this.#stage), { PORT: new URL(url).port });
        return code ?? 1;
      },
      stop: async () => {
        await this.#end(child);
        process.off('exit', kill);
      },
    };
  }

  async #end(child: ChildProcess): Promise<void> {
    child.kill(valueOf(this.#stage, 'STOPSIGNAL') as NodeJS.Signals);
    await once(child, 'exit', { signal: AbortSignal.timeout(STOP_LIMIT_MS) });
    if (child.exitCode !== 0) throw new Error(`It ended with ${String(child.exitCode)}, not 0`);
  }
}
