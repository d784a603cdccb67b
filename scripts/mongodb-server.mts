/**
 * A server that speaks MongoDB's protocol, to test against: SecantusDB, with MongoDB's own storage engine, in a Python
 * environment of its own. A test instrument, no product: nothing of it is shipped.
 *
 *   node scripts/mongodb-server.mts              prints its URL and serves until it is told to stop
 *   node scripts/mongodb-server.mts COMMAND…     runs the command beside it, and ends with its exit code
 *
 * The command finds the URL in TEST_MONGODB_URL and the program in TEST_MONGODB_SERVER, for tests that kill servers.
 *
 * SECANTUSD names another program to start instead, for benchmarks: the same server in Rust, which is faster, has no
 * failpoints and is built by whoever needs it (docs/benchmarks.md).
 */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PACKAGE = 'secantusdb==0.7.0b3';
const START_LIMIT_MS = 60_000;
const LISTENING = /listening on (127\.0\.0\.1:\d+)/;

/** Installed once, and kept where temporary things are kept. */
function installedProgram(): string {
  const environment = join(tmpdir(), `four-good-${PACKAGE.replace('==', '-')}`);
  const complete = join(environment, 'complete');
  if (!existsSync(complete)) {
    rmSync(environment, { recursive: true, force: true });
    const stdio = ['ignore', 'ignore', 'inherit'] as const;
    execFileSync('python3', ['-m', 'venv', environment], { stdio: [...stdio] });
    const pip = join(environment, 'bin', 'pip');
    execFileSync(pip, ['install', '--quiet', '--disable-pip-version-check', PACKAGE], {
      stdio: [...stdio],
    });
    writeFileSync(complete, '');
  }
  return join(environment, 'bin', 'secantusd-py');
}

function started(program: string, flags: readonly string[], storage: string): ChildProcess {
  return spawn(
    program,
    ['--host', '127.0.0.1', '--port', '0', '--storage-path', storage, ...flags],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

/** It says where it listens; what else it says is of no interest. */
function addressOf(server: ChildProcess): Promise<string> {
  const { stdout, stderr } = server;
  if (!stdout || !stderr) throw new Error('the server has no output');
  const limit = AbortSignal.timeout(START_LIMIT_MS);
  return new Promise((resolve, reject) => {
    limit.addEventListener('abort', () => reject(new Error('the server does not start')));
    server.once('exit', () => reject(new Error('the server ended before it listened')));
    for (const input of [stdout, stderr]) {
      createInterface({ input }).on('line', (line) => {
        const address = LISTENING.exec(line)?.[1];
        if (address !== undefined) resolve(`mongodb://${address}`);
      });
    }
  });
}

async function exitCodeOf(child: ChildProcess): Promise<number> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}

const exitCode = new Promise<number>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => resolve(128 + constants.signals[signal]));
  }
});

/** What is written survives the loss of power, and failures can be ordered. */
const FOR_TESTS = ['--sync-on-commit', '--enable-test-commands', '--cache-size', '256M'];
const FOR_BENCHMARKS = ['--cache-size', '1G'];

const { SECANTUSD: given } = process.env;
const program = given ?? installedProgram();
const storage = mkdtempSync(join(tmpdir(), 'four-good-mongodb-'));
const server = started(program, given === undefined ? FOR_TESTS : FOR_BENCHMARKS, storage);
process.once('exit', () => {
  server.kill('SIGKILL');
  rmSync(storage, { recursive: true, force: true });
});
const url = await addressOf(server);

const [command, ...args] = process.argv.slice(2);
if (command === undefined) {
  console.log(url);
  await exitCode;
} else {
  const env = { ...process.env, TEST_MONGODB_URL: url, TEST_MONGODB_SERVER: program };
  const child = spawn(command, args, { env, stdio: 'inherit' });
  void exitCode.then(() => child.kill('SIGTERM'));
  process.exitCode = await exitCodeOf(child);
}
if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
process.exit();
