import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 20_000;
const LISTENING = /^Listening on (http:\S+)$/;

/** A service started by `npm start`, as a user would, on a free port. */
export interface Service {
  /** Asks one GraphQL operation; throws with the errors when the answer has any. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Ends it by SIGTERM; throws when it does not end with code 0. */
  stop(): Promise<void>;
}

/** Environment of every process these scripts start: `dataDir` is fresh, and no clock closes years. */
export function environment(dataDir: string): NodeJS.ProcessEnv {
  return { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, DUE_DATES: 'off' };
}

/** Starts the service on `dataDir` without the sample, and waits until it serves and is ready. */
export async function startService(dataDir: string): Promise<Service> {
  const child = spawn('npm', ['start', '--silent', '--', '--empty'], {
    env: environment(dataDir),
    stdio: ['ignore', 'pipe', 'inherit'],
    // Its own group, so that nothing of it survives this script.
    detached: true,
  });
  const killGroup = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The group has ended already.
    }
  };
  process.once('exit', killGroup);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

  const url = await addressOf(child);
  await untilReady(new URL('/readyz', url));
  return {
    ask: (query, variables = {}) => ask(url, query, variables),
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit', { signal: AbortSignal.timeout(STOP_LIMIT_MS) });
      process.off('exit', killGroup);
      if (child.exitCode !== 0) {
        throw new Error(`npm start ended with ${String(child.exitCode)} after SIGTERM, not 0`);
      }
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('npm start has no output');
  const limit = AbortSignal.timeout(START_LIMIT_MS);
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const url = LISTENING.exec(line)?.[1];
      if (url !== undefined) resolve(url);
      else console.error(line);
    });
    child.once('exit', (code) => {
      reject(new Error(`npm start ended with ${String(code)} before it listened`));
    });
    limit.addEventListener('abort', () => {
      reject(new Error('npm start printed no "Listening on" line in time'));
    });
  });
}

async function untilReady(url: URL): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS;
  for (;;) {
    const answer = await fetch(url);
    if (answer.ok) return;
    if (Date.now() > limit) throw new Error(`/readyz still answers ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ask(url: string, query: string, variables: Record<string, unknown>) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as {
    data?: Record<string, unknown>;
    errors?: unknown[];
  };
  if (errors !== undefined || data === undefined) {
    throw new Error(`HTTP ${answer.status}: ${JSON.stringify(errors)}`);
  }
  return data;
}
