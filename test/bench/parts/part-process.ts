import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { FromParent, FromPart } from './part';

export interface StartOptions {
  /** Where the process leaves what it logs. */
  readonly folder: string;
  /** Write a CPU profile of the process into this folder. */
  readonly profileInto?: string;
}

/** How `npm start` starts the service: memory is given back early, rather than when it runs out. */
const AS_STARTED = ['--heap-growing-percent=40'];

/** A part as the parent sees it. */
export class PartProcess<Ready, Request, Answer> {
  private constructor(
    private readonly name: string,
    private readonly child: ChildProcess,
    readonly ready: Ready,
  ) {}

  /** @param name of the module in this folder, without `.part` */
  static async start<Ready, Request, Answer>(
    name: string,
    options: unknown,
    { folder, profileInto }: StartOptions,
  ): Promise<PartProcess<Ready, Request, Answer>> {
    const log = openSync(join(folder, `${name}.log`), 'a');
    const child = fork(join(__dirname, `${name}.part.js`), [], {
      stdio: ['ignore', log, log, 'ipc'],
      execArgv: [
        ...AS_STARTED,
        ...(profileInto === undefined
          ? []
          : ['--cpu-prof', `--cpu-prof-dir=${profileInto}`, `--cpu-prof-name=${name}.cpuprofile`]),
      ],
    });
    closeSync(log);
    const ready = (await answerTo({ kind: 'open', options }, child, name)) as Ready;
    return new PartProcess(name, child, ready);
  }

  ask(request: Request): Promise<Answer> {
    return this.tell({ kind: 'ask', request }) as Promise<Answer>;
  }

  /** The most memory the process has had since it began, in bytes. */
  peakMemory(): Promise<number> {
    return this.tell({ kind: 'peakMemory' }) as Promise<number>;
  }

  /** Nothing happens when it is gone already. */
  async close(): Promise<void> {
    if (!this.child.connected) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    await this.tell({ kind: 'close' });
    await gone;
  }

  private tell(message: FromParent): Promise<unknown> {
    return answerTo(message, this.child, this.name);
  }
}

/** One at a time: answers carry no name. */
function answerTo(message: FromParent, child: ChildProcess, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = (answer: FromPart): void => {
      child.off('exit', onExit);
      if (answer.kind === 'answer') resolve(answer.value);
      else reject(new Error(`${name}: ${answer.reason}`));
    };
    const onExit = (code: number | null): void => {
      child.off('message', onMessage);
      reject(new Error(`${name} ended with ${code ?? 'a signal'}`));
    };
    child.once('message', onMessage);
    child.once('exit', onExit);
    child.send(message);
  });
}
