import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { MongoClient } from 'mongodb';

type Child = ChildProcessByStdio<null, null, Readable>;

/** What a server can be told to do wrong. */
export const FAULTS = {
  'is not the primary': { errorCode: 10_107 },
  'closes the connection': { closeConnection: true },
  'is blocked': { blockConnection: true, blockTimeMS: 1_000 },
  'does not confirm what it wrote': { writeConcernError: { code: 64, errmsg: 'waited too long' } },
} as const;

export type Fault = keyof typeof FAULTS;

const LISTENING = /listening on 127\.0\.0\.1:(\d+)$/;

/** A server of one test: it may be stopped, killed, and told to fail. */
export class MongodbServer {
  private readonly storage = mkdtempSync(join(tmpdir(), 'mongodb-'));
  private child: Child | undefined;
  private port = 0;

  private constructor(private readonly program: string) {}

  /** `program` as TEST_MONGODB_SERVER names it. */
  static async started(program: string): Promise<MongodbServer> {
    const server = new MongodbServer(program);
    await server.start();
    return server;
  }

  get url(): string {
    return `mongodb://127.0.0.1:${this.port}`;
  }

  /** On the port and with the documents it had. */
  async start(): Promise<void> {
    const place = ['--host', '127.0.0.1', '--port', `${this.port}`, '--storage-path', this.storage];
    const flags = ['--sync-on-commit', '--enable-test-commands', '--cache-size', '64M'];
    const child = spawn(this.program, [...place, ...flags], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child = child;
    for await (const line of createInterface({ input: child.stderr })) {
      const port = LISTENING.exec(line)?.[1];
      if (port === undefined) continue;
      this.port = Number(port);
      child.stderr.resume();
      return;
    }
    throw new Error('the server ended before it listened');
  }

  async kill(): Promise<void> {
    if (this.child === undefined) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    this.child = undefined;
    await ended;
  }

  /** It keeps its connections, and answers nothing. */
  pause(): void {
    this.child?.kill('SIGSTOP');
  }

  resume(): void {
    this.child?.kill('SIGCONT');
  }

  /** The next so many of these commands go wrong. */
  async fails(fault: Fault, commands: readonly string[], times: number): Promise<void> {
    const data = { failCommands: commands, ...FAULTS[fault] };
    await this.configure({ times }, data);
  }

  /** The next of these commands wait before they are done. */
  async delays(commands: readonly string[], delayMs: number): Promise<void> {
    const data = { failCommands: commands, blockConnection: true, blockTimeMS: delayMs };
    await this.configure({ times: 1 }, data);
  }

  async remove(): Promise<void> {
    this.resume();
    await this.kill();
    rmSync(this.storage, { recursive: true, force: true });
  }

  private async configure(mode: { readonly times: number }, data: object): Promise<void> {
    const client = new MongoClient(this.url);
    await client.db('admin').command({ configureFailPoint: 'failCommand', mode, data });
    await client.close();
  }
}
