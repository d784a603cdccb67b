import type { EventLog } from '#event-log';
import { DefinitionRefused, Fenced } from '#read-models';
import type { DocumentCollection, DocumentStore, Ownership } from '#read-models';
import type { Projection } from '../runner';
import { LeaseKeeper } from './lease-keeper';
import type { LeaseTimes } from './lease-keeper';
import { DocumentCache } from './document-cache';
import { MadeFromAnotherLog } from './errors';
import { Following } from './following';
import { lagsBehind } from './lag';
import type { LagOf } from './lag';
import { leaseNameOf } from './lease-name';
import { retryUntilAvailable } from './retry-until-available';
import { Pass } from './pass';
import { A_DAY_MS } from './projected-models.port';
import type { ProjectedModels } from './projected-models.port';
import { Pace } from './pace';
import { StoreAvailability } from './store-availability';
import { ProjectionRun } from './projection-run';
import { RebuildOrder } from './rebuild-order';
import { assertMadeFrom } from './same-log';
import type { ProjectionState, ProjectionStatus } from './status';
import { StoredModels } from './stored-models';
import { statusOf } from './stored-status';
import type { StoredProjectionStatus } from './stored-status';
import { Waiting } from './waiting';

export interface ProjectionEngineOptions {
  readonly log: EventLog;
  readonly store: DocumentStore;
  readonly projections: readonly Projection[];
  /** The name of this process as a possible owner of projections. */
  readonly holder: string;
  readonly now: () => Date;
  /** Called when a projection stops; it does not continue without an operator. */
  readonly onStopped: (projection: string, error: unknown) => void;
  /** Called when another process took over a projection, most likely because this one stalled. */
  readonly onLost?: (projection: string) => void;
  /** Events read at once while catching up. */
  readonly batchSize?: number;
  readonly ownership?: LeaseTimes;
}

type Runs = Set<ProjectionRun>;

interface Stop {
  readonly error: string;
  /** The run with its last position, if it ever started. */
  readonly run?: ProjectionRun;
}

/**
 * The least time for which live events gather while nobody waits for one: many together cost
 * little more than one. Under load it is as long as the last batch took, so that commands get
 * half of the time.
 */
const REST_MS = 50;
/** JSON of the documents kept between batches, of all projections together. */
const CACHED_CHARACTERS = 12 * 1024 * 1024;

/**
 * Keeps the read models up to date: catches up from the log, then follows it. Each projection has
 * one owner among the processes; this engine stands by for the projections that others own.
 */
export class ProjectionEngine implements ProjectedModels {
  private readonly waiting = new Waiting();
  private readonly cache = new DocumentCache(CACHED_CHARACTERS);
  /** The projections that this process owns. */
  private readonly runs = new Map<string, ProjectionRun>();
  private readonly stopped = new Map<string, Stop>();
  /** Projections run here whose version is the one that readers see. */
  private readonly active = new Set<string>();
  private readonly stopping = new AbortController();
  private readonly availability = new StoreAvailability(this.stopping.signal);
  private readonly pace = new Pace();
  private readonly order: RebuildOrder;
  private pausedRuns: ReadonlySet<ProjectionRun> = new Set();
  private readonly leases: LeaseKeeper;
  private readonly following: Following;
  /** The runs that are catching up, beside those that follow. */
  private readonly catchingUp = new Set<Runs>();
  private readonly working = new Set<Promise<void>>();
  private readonly followers = new Set<(projection: string) => void>();
  /** The read models that other processes keep up to date. */
  private readonly storedModels: StoredModels;

  constructor(private readonly options: ProjectionEngineOptions) {
    const { store, holder, now, projections, ownership: terms } = options;
    this.storedModels = new StoredModels(options);
    this.order = new RebuildOrder(store);
    this.leases = new LeaseKeeper({
      store,
      holder,
      now,
      names: projections.map(leaseNameOf),
      terms,
      onOwned: (owners) => this.begin(owners),
      onLost: (name) => {
        this.lost(this.runOf(name));
      },
    });
    this.following = new Following({
      signal: this.stopping.signal,
      reading: (runs, signal) => this.pass(runs, signal),
      onFailed: (runs, error) => {
        for (const run of runs) this.end(run, error);
      },
    });
  }

  /**
   * Takes ownership of projections without an owner and starts them; resolves when ownership is
   * taken, before anything has caught up.
   */
  async start(): Promise<void> {
    await this.leases.start();
    this.work(this.following.run());
  }

  /** Ends after the current write; events read beyond it are read again at the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.waiting.giveUpAll();
    await this.storedModels.stop();
    await Promise.all(this.working);
    await this.leases.stop();
  }

  async caughtUp(): Promise<void> {
    const head =
      (await retryUntilAvailable(() => this.options.log.head(), this.stopping.signal)) ?? 0n;
    await Promise.all(
      this.options.projections.map(({ name }) => this.reached(name, head, A_DAY_MS)),
    );
  }

  onProgress(follower: (projection: string) => void): () => void {
    this.followers.add(follower);
    const unfollow = this.storedModels.onProgress((projection) => {
      if (!this.runs.has(projection)) follower(projection);
    });
    return () => {
      this.followers.delete(follower);
      unfollow();
    };
  }

  async through(projection: string): Promise<bigint> {
    const run = this.runs.get(projection) ?? this.stopped.get(projection)?.run;
    return run === undefined ? this.storedModels.through(projection) : run.position;
  }

  waitFor(projection: string, position: bigint, timeoutMs: number): Promise<boolean> {
    return this.availability.whileAvailable(this.reached(projection, position, timeoutMs));
  }

  /** A store that answers and takes nothing, as on a disk that is full, is away for whoever writes. */
  async askStore(): Promise<void> {
    if (this.availability.reason !== undefined) throw this.availability.reason;
    await this.storedModels.askStore();
  }

  private async reached(projection: string, position: bigint, timeoutMs: number): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    for (let leftMs = timeoutMs; ; leftMs = deadline - performance.now()) {
      const run = this.runs.get(projection) ?? this.stopped.get(projection)?.run;
      if (run !== undefined && this.active.has(projection) && run.position >= position) return true;
      if (leftMs < 0 || this.stopped.has(projection) || this.stopping.signal.aborted) return false;
      // The owner may change meanwhile: then wait the rest of the time for the new one.
      const isReached =
        run === undefined
          ? await this.storedModels.reached(projection, position, leftMs)
          : await this.waiting.wait(projection, position, leftMs);
      if (isReached) return true;
    }
  }

  collection<D extends object>(name: string): Promise<DocumentCollection<D>> {
    return this.storedModels.collection<D>(name);
  }

  async status(): Promise<readonly ProjectionStatus[]> {
    const { log, now, projections } = this.options;
    const known = await Promise.all(
      projections.map(
        async (projection) =>
          this.runs.get(projection.name) ?? (await this.storedModels.storedStatus(projection)),
      ),
    );
    const lagOf = lagsBehind(
      log,
      now(),
      known.map(({ checkpoint }) => checkpoint),
    );
    return Promise.all(
      known.map((projected) =>
        projected instanceof ProjectionRun
          ? this.statusOf(projected, lagOf)
          : this.statusOfStored(projected, lagOf),
      ),
    );
  }

  private async statusOf(run: ProjectionRun, lagOf: LagOf): Promise<ProjectionStatus> {
    const { checkpoint, projection } = run;
    const lag = await lagOf(checkpoint);
    const state = this.stateOf(run);
    const isBuilt = state.state !== 'CATCHING_UP';
    const secondsLeft = isBuilt ? undefined : this.pace.secondsLeft(run, lag.eventsBehind);
    return {
      name: projection.name,
      version: projection.version,
      ...state,
      ownership: 'OWNED',
      ...(checkpoint === undefined ? {} : { position: checkpoint.position }),
      eventsApplied: checkpoint?.events ?? 0,
      ...lag,
      ...(secondsLeft === undefined ? {} : { secondsLeft }),
    };
  }

  private async statusOfStored(
    projected: StoredProjectionStatus,
    lagOf: LagOf,
  ): Promise<ProjectionStatus> {
    const stored = await statusOf(projected, lagOf);
    const stop = this.stopped.get(stored.name);
    return stop === undefined
      ? asStoodBy(stored)
      : { ...stored, state: 'STOPPED', error: stop.error };
  }

  private stateOf(run: ProjectionRun): ProjectionState {
    const away = this.availability.reason;
    if (away !== undefined) return { state: 'WAITING', error: away.message };
    if (this.pausedRuns.has(run)) return { state: 'PAUSED' };
    return { state: this.active.has(run.projection.name) ? 'RUNNING' : 'CATCHING_UP' };
  }

  /** Projections taken together catch up together, and then follow with all the others. */
  private async begin(owners: readonly Ownership[]): Promise<void> {
    // Other owners may have changed cached documents.
    this.cache.clear();
    const shown: Runs = new Set();
    const building: Runs = new Set();
    for (const projection of this.options.projections) {
      const owner = owners.find((ownership) => ownership.projection === leaseNameOf(projection));
      if (owner === undefined) continue;
      const run = await this.open(projection, owner);
      if (run !== undefined) (this.active.has(projection.name) ? shown : building).add(run);
    }
    this.work(this.catchUp(shown));
    // A version that readers do not see yet is built beside the others, and shown when it has caught up.
    this.work(this.catchUp(building, () => this.permitted(building)));
  }

  /** `undefined` when the store holds this version with another definition: waiting does not change that. */
  private async open(projection: Projection, owner: Ownership): Promise<ProjectionRun | undefined> {
    try {
      const run = await ProjectionRun.open(projection, this.options.store, owner, this.cache);
      this.runs.set(projection.name, run);
      if (await run.isActive()) this.active.add(projection.name);
      return run;
    } catch (error) {
      if (!(error instanceof DefinitionRefused)) throw error;
      this.halt(projection.name, owner, error);
      return undefined;
    }
  }

  private async catchUp(runs: Runs, permitted?: () => Promise<void>): Promise<void> {
    if (runs.size === 0) return;
    this.catchingUp.add(runs);
    try {
      for (const run of runs) this.pace.begin(run);
      const { signal } = this.stopping;
      await retryUntilAvailable(async () => {
        await this.endRunsOfAnotherLog(runs);
        await this.pass(runs, signal, permitted).catchUp();
      }, signal);
      await this.show(runs);
    } catch (error) {
      if (!this.stopping.signal.aborted) for (const run of runs) this.end(run, error);
    }
    this.catchingUp.delete(runs);
    if (runs.size > 0) this.following.join(runs);
  }

  private async endRunsOfAnotherLog(runs: Runs): Promise<void> {
    for (const run of runs) {
      try {
        await assertMadeFrom(this.options.log, run.checkpoint);
      } catch (error) {
        if (!(error instanceof MadeFromAnotherLog)) throw error;
        this.end(run, error);
      }
    }
  }

  /** Waits while an operator has paused building. */
  private async permitted(runs: Runs): Promise<void> {
    await this.availability.persist(async () => {
      if (!(await this.order.isPaused())) return;
      this.pausedRuns = runs;
      await this.order.untilResumed(this.stopping.signal);
      this.pausedRuns = new Set();
      for (const run of runs) this.pace.begin(run);
    });
  }

  private async show(runs: Runs): Promise<void> {
    for (const run of runs) {
      const { name } = run.projection;
      // Stopped in the middle of catching up: nothing half-built may be shown.
      if (this.stopping.signal.aborted || this.active.has(name)) continue;
      try {
        await this.availability.persist(() => run.activate());
        this.active.add(name);
        this.applied(run);
      } catch (error) {
        this.end(run, error);
      }
    }
  }

  private pass(runs: Runs, signal: AbortSignal, permitted?: () => Promise<void>): Pass {
    const { log, store, batchSize } = this.options;
    return new Pass(runs, {
      log,
      signal,
      availability: this.availability,
      atATime: store.commitsAtATime,
      pauseBetweenBatches: (tookMs) => this.waiting.untilSomeoneWaits(Math.max(REST_MS, tookMs)),
      batchSize,
      permitted,
      onApplied: (run) => {
        this.applied(run);
      },
      onStopped: (run, error) => {
        this.end(run, error);
      },
    });
  }

  private applied(run: ProjectionRun): void {
    const { name } = run.projection;
    if (!this.active.has(name)) return;
    this.waiting.reached(name, run.position);
    for (const follower of this.followers) follower(name);
  }

  /** Ends a run that cannot or must not continue here. */
  private end(run: ProjectionRun, error: unknown): void {
    if (error instanceof Fenced) {
      this.leases.lost(error);
      this.lost(run);
    } else if (this.letGo(run)) {
      this.halt(run.projection.name, run.owner, error, run);
    }
  }

  /** Releases its lease, too: another process may succeed. */
  private halt(name: string, owner: Ownership, error: unknown, run?: ProjectionRun): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.stopped.set(name, { error: reason, ...(run && { run }) });
    this.waiting.giveUp(name);
    this.storedModels.giveUp(name);
    this.work(this.leases.leave(owner.projection));
    this.options.onStopped(name, error);
  }

  private lost(run: ProjectionRun | undefined): void {
    if (run === undefined || !this.letGo(run)) return;
    const { name } = run.projection;
    this.active.delete(name);
    this.waiting.giveUp(name);
    this.options.onLost?.(name);
  }

  /** Removes the run; whether it was active until now. */
  private letGo(run: ProjectionRun): boolean {
    for (const runs of [this.following.runs, ...this.catchingUp]) runs.delete(run);
    const { name } = run.projection;
    return this.runs.get(name) === run && this.runs.delete(name);
  }

  private runOf(lease: string): ProjectionRun | undefined {
    return [...this.runs.values()].find(({ owner }) => owner.projection === lease);
  }

  private work(work: Promise<void>): void {
    const kept = work.finally(() => this.working.delete(kept));
    this.working.add(kept);
  }
}

function asStoodBy(stored: ProjectionStatus): ProjectionStatus {
  return stored.ownership === 'ELSEWHERE' ? { ...stored, ownership: 'STANDING_BY' } : stored;
}
