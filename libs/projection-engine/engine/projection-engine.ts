import { DefinitionRefused, Fenced } from '#read-models';
import type { DocumentCollection, Ownership, PostingCollection } from '#read-models';
import { projectionsFor } from '../runner';
import type { Projection } from '../runner';
import { LeaseKeeper } from './lease-keeper';
import { DocumentCache } from './document-cache';
import { EventNotApplied, MustStartOver } from './errors';
import { Following } from './following';
import { lagsBehind } from './lag';
import { leaseNameOf } from './lease-name';
import { leftOutOf } from './left-out';
import type { LeftOut } from './left-out';
import { OrderWatch } from './order-watch';
import { statusOfOwned } from './owned-status';
import { ParkedEvents } from './parked-events';
import { retryUntilAvailable } from './retry-until-available';
import { Pass } from './pass';
import { A_DAY_MS } from './projected-models.port';
import type { ProjectedModels } from './projected-models.port';
import { Pace } from './pace';
import { StoreAvailability } from './store-availability';
import type { ProjectionEngineOptions } from './projection-engine-options';
import { ProjectionRun } from './projection-run';
import { RebuildOrder } from './rebuild-order';
import { eachMadeFrom } from './same-log';
import { SettingAside } from './setting-aside';
import type { ProjectionState, ProjectionStatus } from './status';
import { StoppedProjections } from './stopped-projections';
import { StoredModels } from './stored-models';
import { statusOf } from './stored-status';
import { Waiting } from './waiting';

type Runs = Set<ProjectionRun>;

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
  private readonly stopped = new StoppedProjections();
  /** Projections run here whose version is the one that readers see. */
  private readonly active = new Set<string>();
  private readonly stopping = new AbortController();
  private readonly availability = new StoreAvailability(this.stopping.signal);
  private readonly setAsideEvents: SettingAside;
  private readonly pace = new Pace();
  private readonly order: RebuildOrder;
  private readonly watch: OrderWatch;
  private pausedRuns: ReadonlySet<ProjectionRun> = new Set();
  private readonly leases: LeaseKeeper;
  private readonly following: Following;
  /** The runs that are catching up, beside those that follow. */
  private readonly catchingUp = new Set<Runs>();
  private readonly working = new Set<Promise<void>>();
  private readonly followers = new Set<(projection: string) => void>();
  /** The read models that other processes keep up to date. */
  private readonly storedModels: StoredModels;

  private readonly options: ProjectionEngineOptions;

  constructor(given: ProjectionEngineOptions) {
    const options = { ...given, projections: projectionsFor(given.log, given.projections) };
    this.options = options;
    const { store, holder, now, projections, ownership: terms } = options;
    this.storedModels = new StoredModels(options);
    this.setAsideEvents = new SettingAside(options, this.availability);
    this.order = new RebuildOrder(store);
    this.watch = new OrderWatch({
      signal: this.stopping.signal,
      parked: new ParkedEvents(store),
      stopped: () => this.stopped.atEvents(),
      runs: () => this.runs.values(),
      onParked: (name) => {
        this.tryAgain(name);
      },
      onRetry: (run) => {
        this.startOver(run);
      },
    });
    this.leases = new LeaseKeeper({
      store,
      holder,
      now,
      names: projections.map(leaseNameOf),
      terms,
      onOwned: (owners) => this.begin(owners),
      onLost: (lease) => {
        this.lost([...this.runs.values()].find(({ owner }) => owner.projection === lease));
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
    this.work(this.watch.run());
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
    const run = this.runs.get(projection) ?? this.stopped.runOf(projection);
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
      const run = this.runs.get(projection) ?? this.stopped.runOf(projection);
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

  postings(name: string): Promise<PostingCollection> {
    return this.storedModels.postings(name);
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
          ? statusOfOwned(projected, this.stateOf(projected), { lagOf, pace: this.pace })
          : statusOf(projected, lagOf).then((stored) => this.stopped.seen(stored)),
      ),
    );
  }

  async leftOut(): Promise<readonly LeftOut[]> {
    const others: Projection[] = [];
    const leftOut = this.options.projections.flatMap((projection) => {
      const run = this.runs.get(projection.name);
      if (run !== undefined && this.active.has(projection.name)) {
        return leftOutOf(projection, run.leftOut);
      }
      others.push(projection);
      return [];
    });
    return [...leftOut, ...(await this.storedModels.leftOutOf(others))];
  }

  setAside(): Promise<number> {
    return this.storedModels.setAside();
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
        await eachMadeFrom(this.options.log, runs, (run, error) => {
          this.end(run, error);
        });
        await this.pass(runs, signal, permitted).catchUp();
      }, signal);
      await this.show(runs);
    } catch (error) {
      if (!this.stopping.signal.aborted) for (const run of runs) this.end(run, error);
    }
    this.catchingUp.delete(runs);
    if (runs.size > 0) this.following.join(runs);
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
    const { log, read = (event) => event, store, batchSize } = this.options;
    return new Pass(runs, {
      log,
      read,
      signal,
      availability: this.availability,
      atATime: store.commitsAtATime,
      pauseBetweenBatches: (tookMs) => this.waiting.rest(tookMs),
      batchSize,
      permitted,
      onSetAside: (events) => this.setAsideEvents.count(events, runs),
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
    } else if (error instanceof MustStartOver) {
      this.startOver(run);
    } else if (this.letGo(run)) {
      this.halt(run.projection.name, run.owner, error, run);
    }
  }

  /** Takes part again in a projection that stopped here, as if it had been another's so far. */
  private tryAgain(name: string): void {
    this.stopped.delete(name);
    const projection = this.options.projections.find((candidate) => candidate.name === name);
    if (projection !== undefined) this.leases.rejoin(leaseNameOf(projection));
  }

  /** Builds what the run has built anew, from the first event. */
  private startOver(run: ProjectionRun): void {
    if (!this.letGo(run)) return;
    this.active.delete(run.projection.name);
    this.waiting.giveUp(run.projection.name);
    this.work(this.buildAnew(run));
  }

  private async buildAnew(run: ProjectionRun): Promise<void> {
    const building: Runs = new Set();
    try {
      await this.availability.persist(async () => {
        await run.startOver();
        const again = await this.open(run.projection, run.owner);
        if (again !== undefined) building.add(again);
      });
    } catch (error) {
      if (error instanceof Fenced) this.leases.lost(error);
      else if (!this.stopping.signal.aborted) this.halt(run.projection.name, run.owner, error, run);
      return;
    }
    await this.catchUp(building, () => this.permitted(building));
  }

  /** Releases its lease, too: another process may succeed. */
  private halt(name: string, owner: Ownership, error: unknown, run?: ProjectionRun): void {
    this.stopped.add(name, error, run);
    this.waiting.giveUp(name);
    this.storedModels.giveUp(name);
    this.work(this.leave(owner, error, run));
    this.options.onStopped(name, error);
  }

  private async leave(owner: Ownership, error: unknown, run?: ProjectionRun): Promise<void> {
    // Where the store does not take the note, this process tells alone.
    if (error instanceof EventNotApplied) await run?.noteStop(error).catch(() => undefined);
    await this.leases.leave(owner.projection);
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

  private work(work: Promise<void>): void {
    const kept = work.finally(() => this.working.delete(kept));
    this.working.add(kept);
  }
}
