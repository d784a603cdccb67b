import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as elapsed } from 'node:timers/promises';

const START_LIMIT_MS = 120_000;
const LOOK_AGAIN_MS = 100;
const LISTENING = /^Listening on (http:\S+)$/;

/** What a program says of where it listens. Its standard output must be a pipe. */
export async function listeningAddress(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The program has no output');
  const limit = AbortSignal.timeout(START_LIMIT_MS);
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const url = LISTENING.exec(line)?.[1];
      if (url !== undefined) resolve(url);
      else console.error(line);
    });
    child.once('exit', (code) => {
      reject(new Error(`The program ended with ${String(code)} before it listened`));
    });
    limit.addEventListener('abort', () => {
      reject(new Error('The program printed no "Listening on" line in time'));
    });
  });
}

/** Waits for `/readyz` of whatever answers at this address; a refused connection is not ready either. */
export async function untilReady(url: string, limitMs = START_LIMIT_MS): Promise<void> {
  const readiness = new URL('/readyz', url);
  const limit = performance.now() + limitMs;
  for (;;) {
    const problem = await fetch(readiness).then(
      (answer) => (answer.ok ? undefined : `answers ${answer.status}`),
      (error: unknown) => `does not answer: ${String(error)}`,
    );
    if (problem === undefined) return;
    if (performance.now() > limit) throw new Error(`${readiness.href} still ${problem}`);
    await elapsed(LOOK_AGAIN_MS);
  }
}

/** What is answered over HTTP. */
export interface Answered {
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** Asks one GraphQL operation, whatever is answered. */
export async function post(
  url: string,
  query: string,
  { variables = {}, headers = {} }: { variables?: object; headers?: Record<string, string> } = {},
): Promise<Answered> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await answer.json()) as Omit<Answered, 'status'>;
  return { status: answer.status, ...body };
}

/** Asks one GraphQL operation; throws with the errors when the answer has any. */
export async function ask(
  url: string,
  query: string,
  variables: object = {},
  token?: string,
): Promise<Readonly<Record<string, unknown>>> {
  const headers: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  const { status, data, errors } = await post(url, query, { variables, headers });
  if (errors !== undefined || data === undefined || data === null) {
    throw new Error(`HTTP ${status}: ${JSON.stringify(errors)}`);
  }
  return data;
}
