import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ask, listeningAddress, untilReady } from './running.mts';

const STOP_LIMIT_MS = 20_000;

/** A service started by `npm start`, as a user would, on a free port. */
export interface Service {
  /** The address it printed. */
  readonly url: string;
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

  const url = await listeningAddress(child);
  await untilReady(url);
  return {
    url,
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
