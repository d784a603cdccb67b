import { LeaseKeeper } from '#projection-engine';
import type { LeaseTimes, ProjectedModels } from '#projection-engine';
import type { DocumentStore } from '#read-models';
import type { Process } from './process';

export interface ProcessRunnerOptions {
  readonly models: Pick<ProjectedModels, 'caughtUp' | 'onProgress'>;
  readonly store: Pick<DocumentStore, 'lease'>;
  /** The name of this program as a possible owner of the processes. */
  readonly holder: string;
  readonly now: () => Date;
  readonly processes: readonly Process[];
  /** The interval of the checks: time passes without an event. */
  readonly everyMs: number;
  /** Called with every failure; the process runs again at the next check. */
  readonly onFailed: (process: string, error: unknown) => void;
  readonly ownership?: LeaseTimes;
}

/** All processes have one owner, since they react to each other's events. */
const LEASE = 'processes';

/**
 * Runs the processes once everything recorded is projected, and again whenever there may be more
 * to do. One of several programs runs them; if two did, both would give the same commands.
 */
export class ProcessRunner {
  private readonly due = new Set<Process>();
  private readonly leases: LeaseKeeper;
  private working: Promise<void> = Promise.resolve();
  private beginning: Promise<void> = Promise.resolve();
  private isWorking = false;
  private isOwner = false;
  private timer: NodeJS.Timeout | undefined;
  private unfollow: () => void = () => undefined;

  constructor(private readonly options: ProcessRunnerOptions) {
    const { store, holder, now, ownership: terms } = options;
    this.leases = new LeaseKeeper({
      store,
      holder,
      now,
      names: [LEASE],
      terms,
      onOwned: () => {
        this.isOwner = true;
        // Not waited for here: the ownership is to be kept alive meanwhile.
        this.beginning = this.begin();
        return Promise.resolve();
      },
      onLost: () => {
        this.end();
      },
    });
  }

  /** Resolves when the processes run, or another program runs them. */
  async start(): Promise<void> {
    await this.leases.start();
    await this.beginning;
  }

  /** Ends after the command that is being given. */
  async stop(): Promise<void> {
    this.end();
    await this.working;
    await this.leases.stop();
    // Had it been taken in that very moment, it would have begun.
    this.end();
  }

  /** Runs all processes now, regardless of the schedule and the owner. */
  async runAll(): Promise<void> {
    this.wake(this.options.processes);
    await this.working;
  }

  private async begin(): Promise<void> {
    const { models, processes, everyMs } = this.options;
    await models.caughtUp();
    if (!this.isOwner) return;
    this.end();
    this.isOwner = true;
    this.unfollow = models.onProgress((projection) => {
      this.wake(processes.filter(({ follows }) => follows.includes(projection)));
    });
    this.timer = setInterval(() => {
      this.wake(processes);
    }, everyMs);
    this.timer.unref();
    this.wake(processes);
  }

  private end(): void {
    this.isOwner = false;
    clearInterval(this.timer);
    this.unfollow();
    this.due.clear();
  }

  private wake(processes: readonly Process[]): void {
    for (const process of processes) this.due.add(process);
    if (this.isWorking || this.due.size === 0) return;
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
