import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Order, Report } from './orders';
import type { SelfSigned } from './self-signed';

const FOLDER = join('test', 'eventstore-double');

/** As it was built, also for those who were not: Jest runs this file as it is written. */
const PROGRAM = __dirname.endsWith(join('dist', FOLDER))
  ? join(__dirname, 'main.js')
  : join(__dirname, '..', '..', 'dist', FOLDER, 'main.js');

/** The double, in a process of its own: an error in it, or in the client, ends one of them only. */
export class EventStoreDouble {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (report: Report | undefined) => void>();
  #asked = 0;

  private constructor(
    child: ChildProcess,
    readonly port: number,
  ) {
    this.#process = child;
    child.on('message', ({ ask, report }: { ask: number; report?: Report }) => {
      this.#waiting.get(ask)?.(report);
      this.#waiting.delete(ask);
    });
  }

  /** With TLS when it is given a certificate. */
  static async start(tls?: SelfSigned): Promise<EventStoreDouble> {
    const certified = tls && { DOUBLE_CERTIFICATE: tls.certificate, DOUBLE_KEY: tls.key };
    const child = fork(PROGRAM, {
      env: { ...process.env, ...certified },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    return new EventStoreDouble(child, port);
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Resolves when the double has done as told. */
  async tell(...orders: readonly Order[]): Promise<void> {
    for (const order of orders) await this.#send(order);
  }

  async report(): Promise<Report> {
    const report = await this.#send({ kind: 'report' });
    if (report === undefined) throw new TypeError('The double gave no report');
    return report;
  }

  /**
   * Hangs as a stopped process does: its connections stay, and nothing is answered. Resolves when it has stopped, where
   * the machine tells: until then it may answer once more.
   */
  async suspend(): Promise<void> {
    this.#process.kill('SIGSTOP');
    while (this.#isRunning()) await new Promise(setImmediate);
  }

  resume(): void {
    this.#process.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }

  #isRunning(): boolean {
    const status = `/proc/${this.#process.pid}/stat`;
    return existsSync(status) && !readFileSync(status, 'utf8').includes(') T ');
  }

  #send(order: Order): Promise<Report | undefined> {
    this.#asked += 1;
    const ask = this.#asked;
    return new Promise((resolve) => {
      this.#waiting.set(ask, resolve);
      this.#process.send({ ask, order });
    });
  }
}
