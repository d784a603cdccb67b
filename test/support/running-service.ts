import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as elapsed } from 'node:timers/promises';
import { GraphqlClient } from './graphql-client';

const LISTENING = /^Listening on (http:\S+)$/;

const ASK_EVERY_MS = 20;

/** How a process came to its end. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A service in a process of its own. */
export class RunningService {
  readonly client: GraphqlClient;

  private constructor(
    private readonly child: ChildProcess,
    /** As it printed it. */
    readonly url: string,
    readonly ended: Promise<Ended>,
    private readonly lastWords: () => string,
  ) {
    this.client = new GraphqlClient(url);
  }

  /** Waits until the process says that it listens. Rejects with its last words when it ends before. */
  static async listening(child: ChildProcess): Promise<RunningService> {
    const ended = endOf(child);
    const { stdout, stderr } = child;
    if (stdout === null || stderr === null) throw new TypeError('Its output must be a pipe');
    let words = '';
    stderr.on('data', (chunk: Buffer) => (words = `${words}${chunk.toString()}`.slice(-10_000)));
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: stdout }).on('line', (line) => {
        const address = LISTENING.exec(line)?.[1];
        if (address !== undefined) resolve(address);
      });
      void ended.then(({ code, signal }) => {
        reject(
          new Error(`The service ended (${String(code ?? signal)}) before it listened: ${words}`),
        );
      });
    });
    return new RunningService(child, url, ended, () => words);
  }

  /** Resolves when it has this to say in its log. */
  async untilItSays(words: string): Promise<void> {
    while (!this.lastWords().includes(words)) await elapsed(ASK_EVERY_MS);
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new TypeError('It never ran');
    return this.child.pid;
  }

  /** Asks something outside GraphQL. */
  get(path: string): Promise<Response> {
    return fetch(new URL(path, this.url));
  }

  /** Asks now and then: asking without a pause would keep the program from what it is waited for. */
  async untilReadinessIs(status: 200 | 503): Promise<void> {
    for (;;) {
      const answer = await this.get('/readyz');
      await answer.arrayBuffer();
      if (answer.status === status) return;
      await elapsed(ASK_EVERY_MS);
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** As a power cut would. */
  async kill(): Promise<Ended> {
    this.signal('SIGKILL');
    return this.ended;
  }

  /** As an operator would. */
  async stop(): Promise<Ended> {
    this.signal('SIGTERM');
    return this.ended;
  }
}

export async function endOf(child: ChildProcess): Promise<Ended> {
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal };
}
