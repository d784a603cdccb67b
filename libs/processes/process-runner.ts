import type { ProjectionEngine } from '#projections';
import type { Process } from './process';

export interface ProcessRunnerOptions {
  readonly engine: Pick<ProjectionEngine, 'caughtUp' | 'onProgress'>;
  readonly processes: readonly Process[];
  /** How often to look, whatever happens: time passes without an event. */
  readonly everyMs: number;
  /** Told of every failure; the process is run again at the next occasion. */
  readonly onFailed: (process: string, error: unknown) => void;
}

/** Runs processes: once everything recorded is projected, and again whenever there may be more to do. */
export class ProcessRunner {
  private readonly due = new Set<Process>();
  private working: Promise<void> = Promise.resolve();
  private isWorking = false;
  private isStopped = false;
  private timer: NodeJS.Timeout | undefined;
  private unfollow: () => void = () => undefined;

  constructor(private readonly options: ProcessRunnerOptions) {}

  async start(): Promise<void> {
    const { engine, processes, everyMs } = this.options;
    await engine.caughtUp();
    if (this.isStopped) return;
    this.unfollow = engine.onProgress((projection) => {
      this.wake(processes.filter(({ follows }) => follows.includes(projection)));
    });
    this.timer = setInterval(() => {
      this.wake(processes);
    }, everyMs);
    this.timer.unref();
    this.wake(processes);
  }

  /** Ends after the command that is being given. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    this.unfollow();
    this.due.clear();
    await this.working;
  }

  /** Runs all of them now, however long ago it was that they had something to do. */
  async runAll(): Promise<void> {
    this.wake(this.options.processes);
    await this.working;
  }

  private wake(processes: readonly Process[]): void {
    for (const process of processes) this.due.add(process);
    if (this.isWorking || this.isStopped || this.due.size === 0) return;
    this.isWorking = true;
    this.working = this.work();
  }

  /** What becomes due meanwhile is run, too: a set is walked to its end, wherever that has come to be. */
  private async work(): Promise<void> {
    for (const process of this.due) {
      this.due.delete(process);
      try {
        await process.run();
      } catch (error) {
        this.options.onFailed(process.name, error);
      }
    }
    this.isWorking = false;
  }
}
