import type { EventLog, RecordedEvent } from '#event-log';
import { toPosition } from '#event-log';
import type { DocumentCollection, DocumentStore, Ownership } from '#read-models';
import type { CollectionSpec, Projection } from '../runner/projection';
import { Continuity } from './continuity';
import { ModelNotReady, ProjectionOwnedByAnother } from './errors';
import { Pass } from './pass';
import { ProjectionRun } from './projection-run';
import type { ProjectionState, ProjectionStatus } from './status';
import { Waiting } from './waiting';

export interface ProjectionEngineOptions {
  readonly log: EventLog;
  readonly store: DocumentStore;
  readonly projections: readonly Projection[];
  /** Names this process among those that could own a projection. */
  readonly holder: string;
  readonly now: () => Date;
  /** Told when a projection stops: loudly, for it will not go on by itself. */
  readonly onStopped: (projection: string, error: unknown) => void;
  /** Events read at once while catching up. */
  readonly batchSize?: number;
}

const LEASE_MS = 15_000;
const CATCH_UP_BATCH = 5_000;
const LIVE_BATCH = 500;

/** Keeps the read models up to date: catches up from the log, then follows it. */
export class ProjectionEngine {
  private readonly waiting = new Waiting();
  private readonly states = new Map<string, ProjectionState>();
  private readonly runs = new Map<string, ProjectionRun>();
  private readonly collections = new Map<string, Promise<DocumentCollection<object>>>();
  private readonly stopping = new AbortController();
  private following: Promise<void> = Promise.resolve();

  constructor(private readonly options: ProjectionEngineOptions) {}

  /** Takes ownership and begins; resolves once ownership is taken, before anything is caught up. */
  async start(): Promise<void> {
    const live = new Set<ProjectionRun>();
    const building = new Set<ProjectionRun>();
    for (const projection of this.options.projections) {
      const owner = await this.own(`${projection.name}@${projection.version}`);
      const run = await ProjectionRun.open(projection, this.options.store, owner);
      const isActive = await run.isActive();
      this.runs.set(projection.name, run);
      this.states.set(projection.name, { state: isActive ? 'RUNNING' : 'CATCHING_UP' });
      (isActive ? live : building).add(run);
    }
    const passes = [this.follow('live', live), this.build(building)];
    this.following = Promise.all(passes).then(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.waiting.giveUpAll();
    await this.following;
    for (const run of this.runs.values()) await run.release();
  }

  /** Resolves when every projection has applied all that was recorded before the call, or has stopped. */
  async caughtUp(): Promise<void> {
    const head = await this.options.log.head();
    if (head === undefined) return;
    const running = [...this.states].filter(([, { state }]) => state !== 'STOPPED');
    await Promise.all(running.map(([name]) => this.waitFor(name, head, 24 * 60 * 60 * 1000)));
  }

  /** The position through which a projection has applied everything. */
  through(projection: string): bigint {
    return this.runOf(projection).position;
  }

  /** Whether the projection has applied the position, now or within the time. */
  async waitFor(projection: string, position: bigint, timeoutMs: number): Promise<boolean> {
    if (this.isReadable(projection) && this.through(projection) >= position) return true;
    if (this.stateOf(projection).state === 'STOPPED' || this.stopping.signal.aborted) return false;
    return this.waiting.wait(projection, position, timeoutMs);
  }

  /** The version of a collection that readers see. @throws {ModelNotReady} while it is being built */
  async collection<D extends object>(name: string): Promise<DocumentCollection<D>> {
    const { projection, spec } = this.declared(name);
    const version = await this.options.store.alias.get(name);
    if (version === undefined) throw new ModelNotReady(projection.name);
    const key = `${name}@${version}`;
    const opened =
      this.collections.get(key) ?? this.options.store.collection<object>({ ...spec, version });
    this.collections.set(key, opened);
    // The projection that declares the collection says what its documents are.
    return (await opened) as DocumentCollection<D>;
  }

  async status(): Promise<readonly ProjectionStatus[]> {
    const head = await this.options.log.head();
    return Promise.all(
      [...this.runs.values()].map(async (run) => this.statusOf(run, head ?? 0n)),
    );
  }

  private async statusOf(run: ProjectionRun, head: bigint): Promise<ProjectionStatus> {
    const { name, version } = run.projection;
    const state = this.stateOf(name);
    const { checkpoint, position } = run;
    const isBehind = position < head;
    const after = position === 0n ? 'start' : toPosition(position);
    const [next] = isBehind
      ? await this.options.log.readAllSlice({ after, maxCount: 1 })
      : [undefined];
    const waitedMs = next ? this.options.now().getTime() - Date.parse(next.recordedAt) : 0;
    return {
      name,
      version,
      ...state,
      ...(checkpoint === undefined ? {} : { position: checkpoint.position }),
      eventsBehind: isBehind ? await this.options.log.count({ after }) : 0,
      secondsBehind: Math.max(0, waitedMs / 1000),
    };
  }

  private async own(projection: string): Promise<Ownership> {
    const { holder, now, store } = this.options;
    const terms = { ttlMs: LEASE_MS, now: now().getTime() };
    const owner = await store.lease.acquire({ projection, holder, ...terms });
    if (owner === undefined) throw new ProjectionOwnedByAnother(projection);
    return owner;
  }

  /** A version that readers do not see yet is built beside the others, and activated when it has caught up. */
  private async build(runs: Set<ProjectionRun>): Promise<void> {
    if (runs.size === 0) return;
    const pass = await this.pass('build', runs);
    await this.untilStopped(async () => {
      while (await this.advance(pass)) await this.renew(runs);
      for (const run of runs) {
        await run.activate();
        this.states.set(run.projection.name, { state: 'RUNNING' });
        this.waiting.reached(run.projection.name, run.position);
      }
    });
    await this.followFrom(pass, runs);
  }

  private async follow(name: string, runs: Set<ProjectionRun>): Promise<void> {
    if (runs.size === 0) return;
    const pass = await this.pass(name, runs);
    await this.untilStopped(async () => {
      while (await this.advance(pass)) await this.renew(runs);
    });
    await this.followFrom(pass, runs);
  }

  private async followFrom(pass: Pass, runs: Set<ProjectionRun>): Promise<void> {
    await this.untilStopped(async () => {
      let batch: RecordedEvent[] = [];
      const { signal } = this.stopping;
      for await (const message of this.options.log.subscribe({ after: pass.through, signal })) {
        if (message.kind === 'event') batch.push(message.event);
        if (batch.length === 0 || (message.kind === 'event' && batch.length < LIVE_BATCH)) continue;
        await pass.apply(batch);
        batch = [];
        await this.renew(runs);
        if (pass.isEmpty) return;
      }
    });
  }

  private advance(pass: Pass): Promise<boolean> {
    if (this.stopping.signal.aborted || pass.isEmpty) return Promise.resolve(false);
    return pass.advance(this.options.batchSize ?? CATCH_UP_BATCH);
  }

  private renewedAt = 0;
  private async renew(runs: ReadonlySet<ProjectionRun>): Promise<void> {
    const now = this.options.now().getTime();
    if (now - this.renewedAt < LEASE_MS / 3) return;
    this.renewedAt = now;
    for (const run of runs) await run.renewLease({ ttlMs: LEASE_MS, now });
  }

  private async pass(name: string, runs: Set<ProjectionRun>): Promise<Pass> {
    const owner = await this.own(`continuity_${name}@1`);
    const startsAnew = [...runs].every(({ position }) => position === 0n);
    if (startsAnew) await this.options.store.forget(owner);
    return new Pass(this.options.log, new Continuity(this.options.store, owner), runs, {
      onApplied: (run) => {
        if (this.isReadable(run.projection.name)) {
          this.waiting.reached(run.projection.name, run.position);
        }
      },
      onStopped: (run, error) => {
        this.stopped(run, error);
      },
    });
  }

  /** What goes wrong outside a projection's own work stops all that are in the pass. */
  private async untilStopped(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      for (const run of this.runs.values()) {
        if (this.stateOf(run.projection.name).state !== 'STOPPED') this.stopped(run, error);
      }
    }
  }

  private stopped(run: ProjectionRun, error: unknown): void {
    const { name } = run.projection;
    const reason = error instanceof Error ? error.message : String(error);
    this.states.set(name, { state: 'STOPPED', error: reason });
    this.waiting.giveUp(name);
    this.options.onStopped(name, error);
  }

  private isReadable(projection: string): boolean {
    return this.stateOf(projection).state !== 'CATCHING_UP';
  }

  private stateOf(projection: string): ProjectionState {
    return this.states.get(projection) ?? { state: 'CATCHING_UP' };
  }

  private runOf(projection: string): ProjectionRun {
    const run = this.runs.get(projection);
    if (run === undefined) throw new TypeError(`There is no projection ${projection}`);
    return run;
  }

  private declared(name: string): { projection: Projection; spec: CollectionSpec } {
    for (const projection of this.options.projections) {
      const spec = projection.collections.find((one) => one.name === name);
      if (spec !== undefined) return { projection, spec };
    }
    throw new TypeError(`No projection declares a collection ${name}`);
  }
}
