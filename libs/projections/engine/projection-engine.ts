import type { EventLog } from '#event-log';
import { DefinitionRefused } from '#read-models';
import type {
  CollectionDefinition,
  DocumentCollection,
  DocumentStore,
  Ownership,
} from '#read-models';
import type { CollectionSpec, Projection } from '../runner';
import { Continuity } from './continuity';
import { DocumentCache } from './document-cache';
import { ModelNotReady } from './errors';
import { lagsBehind } from './lag';
import { Leases } from './leases';
import { Pass } from './pass';
import { Patience } from './patience';
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

/** Under which the revisions seen of each stream are kept, for all projections together. */
const CONTINUITY = 'continuity@1';
const A_DAY_MS = 24 * 60 * 60 * 1000;
/**
 * How long live events gather at least while nobody waits for one: many together cost little more
 * than one. Under load it is as long as the batch took, so that commands get half of the time.
 */
const REST_MS = 50;
/** JSON of the documents kept between batches, of all projections together. */
const CACHED_CHARACTERS = 12 * 1024 * 1024;

/** Keeps the read models up to date: catches up from the log, then follows it. */
export class ProjectionEngine {
  private readonly waiting = new Waiting();
  private readonly cache = new DocumentCache(CACHED_CHARACTERS);
  private readonly runs = new Map<string, ProjectionRun>();
  private readonly stopped = new Map<string, string>();
  /** Projections whose version is the one that readers see. */
  private readonly active = new Set<string>();
  private readonly collections = new Map<string, DocumentCollection<object>>();
  private readonly stopping = new AbortController();
  private readonly patience = new Patience(this.stopping.signal);
  private readonly leases: Leases;
  private readonly followers = new Set<(projection: string) => void>();
  private working: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ProjectionEngineOptions) {
    this.leases = new Leases(options);
  }

  /**
   * Takes ownership and begins; resolves once ownership is taken, before anything is caught up.
   * @throws {ProjectionOwnedByAnother}
   */
  async start(): Promise<void> {
    const live = new Set<ProjectionRun>();
    const building = new Set<ProjectionRun>();
    const continuity = await this.takeOwnership(async (run) => {
      const isActive = await run.isActive();
      if (isActive) this.active.add(run.projection.name);
      (isActive ? live : building).add(run);
    });
    const runs = [...live, ...building];
    if (runs.every(isAtStart)) await this.options.store.forget(continuity);
    this.leases.keepAlive((projection, error) => {
      this.lost(projection, error, [live, building]);
    });
    this.working = Promise.all([
      this.run(live, continuity, async () => {}),
      // A version that readers do not see yet is built beside the others, and shown when it has caught up.
      this.run(building, continuity, () => this.activate(building)),
    ]);
  }

  /** Ends as soon as what is being written is written; what was read beyond that is read again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.waiting.giveUpAll();
    await this.working;
    await this.leases.releaseAll();
  }

  /** Resolves when every projection has applied all that was recorded before the call, or has stopped. */
  async caughtUp(): Promise<void> {
    const head = await this.options.log.head();
    const names = [...this.runs.keys()];
    await Promise.all(names.map((name) => this.reached(name, head ?? 0n, A_DAY_MS)));
  }

  /** Tells of every batch that readers can see from now on, until what it answers is called. */
  onProgress(follower: (projection: string) => void): () => void {
    this.followers.add(follower);
    return () => {
      this.followers.delete(follower);
    };
  }

  /** The position through which a projection has applied everything. */
  through(projection: string): bigint {
    const run = this.runs.get(projection);
    if (run === undefined) throw new TypeError(`There is no projection ${projection}`);
    return run.position;
  }

  /**
   * Whether the projection has applied the position and can be read, now or within the time.
   * @throws {ReadModelsUnavailable} when that cannot be, since the store is away
   */
  async waitFor(projection: string, position: bigint, timeoutMs: number): Promise<boolean> {
    return this.patience.whileThere(this.reached(projection, position, timeoutMs));
  }

  /** Whether the store of read models answers. @throws {ReadModelsUnavailable} */
  async askStore(): Promise<void> {
    await this.options.store.alias.list();
  }

  private async reached(projection: string, position: bigint, timeoutMs: number): Promise<boolean> {
    if (this.active.has(projection) && this.through(projection) >= position) return true;
    if (this.stopped.has(projection) || this.stopping.signal.aborted) return false;
    return this.waiting.wait(projection, position, timeoutMs);
  }

  /** The version of a collection that readers see. @throws {ModelNotReady} while it is being built */
  async collection<D extends object>(name: string): Promise<DocumentCollection<D>> {
    const { projection, spec } = this.declared(name);
    const version = await this.options.store.alias.get(name);
    if (version === undefined) throw new ModelNotReady(projection.name);
    const key = `${name}@${version}`;
    const opened =
      this.collections.get(key) ?? (await this.opened({ ...spec, version }, projection));
    this.collections.set(key, opened);
    // The projection that declares the collection says what its documents are.
    return opened as DocumentCollection<D>;
  }

  async status(): Promise<readonly ProjectionStatus[]> {
    const lagOf = lagsBehind(this.options.log, this.options.now());
    return Promise.all(
      [...this.runs.values()].map(async ({ projection: { name, version }, checkpoint }) => ({
        name,
        version,
        ...this.stateOf(name),
        ...(checkpoint === undefined ? {} : { position: checkpoint.position }),
        ...(await lagOf(checkpoint)),
      })),
    );
  }

  /** All of it or nothing: a process that cannot run every projection leaves them to another. */
  private async takeOwnership(opened: (run: ProjectionRun) => Promise<void>): Promise<Ownership> {
    try {
      for (const projection of this.options.projections) {
        const owner = await this.leases.own(nameOf(projection));
        const run = await ProjectionRun.open(projection, this.options.store, owner, this.cache);
        this.runs.set(projection.name, run);
        await opened(run);
      }
      return await this.leases.own(CONTINUITY);
    } catch (error) {
      await this.leases.releaseAll();
      throw error;
    }
  }

  /** What goes wrong outside a projection's own work stops all that are in the pass. */
  private async run(
    runs: Set<ProjectionRun>,
    owner: Ownership,
    onCaughtUp: () => Promise<void>,
  ): Promise<void> {
    const { log, store, batchSize } = this.options;
    const pass = new Pass(runs, {
      log,
      continuity: new Continuity({ store, owner, fromStart: [...runs].some(isAtStart) }),
      signal: this.stopping.signal,
      patience: this.patience,
      rest: (tookMs) => this.waiting.untilSomeoneWaits(Math.max(REST_MS, tookMs)),
      batchSize,
      onApplied: (run) => {
        this.applied(run);
      },
      onStopped: (run, error) => {
        this.halt(run, error, runs);
      },
    });
    try {
      await pass.catchUp();
      await onCaughtUp();
      await pass.follow();
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      for (const run of runs) this.halt(run, error, runs);
    }
  }

  private async activate(runs: Set<ProjectionRun>): Promise<void> {
    for (const run of runs) {
      // Stopped in the middle of catching up: nothing half-built may be shown.
      if (this.stopping.signal.aborted) return;
      try {
        await this.patience.persist(() => run.activate());
        this.active.add(run.projection.name);
        this.applied(run);
      } catch (error) {
        this.halt(run, error, runs);
      }
    }
  }

  private applied(run: ProjectionRun): void {
    const { name } = run.projection;
    if (!this.active.has(name)) return;
    this.waiting.reached(name, run.position);
    for (const follower of this.followers) follower(name);
  }

  private halt(run: ProjectionRun, error: unknown, runs: Set<ProjectionRun>): void {
    if (!runs.delete(run)) return;
    const { name } = run.projection;
    this.stopped.set(name, error instanceof Error ? error.message : String(error));
    this.waiting.giveUp(name);
    this.options.onStopped(name, error);
  }

  private lost(lease: string, error: unknown, passes: readonly Set<ProjectionRun>[]): void {
    for (const runs of passes) {
      for (const run of runs) {
        if (lease === CONTINUITY || lease === nameOf(run.projection)) this.halt(run, error, runs);
      }
    }
  }

  /** A version with other indexes than this program knows cannot be asked its questions. */
  private async opened(
    definition: CollectionDefinition,
    { name, version }: Projection,
  ): Promise<DocumentCollection<object>> {
    try {
      return await this.options.store.collection<object>(definition);
    } catch (error) {
      const isOlder = definition.version !== version;
      throw isOlder && error instanceof DefinitionRefused ? new ModelNotReady(name) : error;
    }
  }

  private stateOf(projection: string): ProjectionState {
    const error = this.stopped.get(projection);
    if (error !== undefined) return { state: 'STOPPED', error };
    const away = this.patience.reason;
    if (away !== undefined) return { state: 'WAITING', error: away.message };
    return { state: this.active.has(projection) ? 'RUNNING' : 'CATCHING_UP' };
  }

  private declared(name: string): { projection: Projection; spec: CollectionSpec } {
    for (const projection of this.options.projections) {
      const spec = projection.collections.find((one) => one.name === name);
      if (spec !== undefined) return { projection, spec };
    }
    throw new TypeError(`No projection declares a collection ${name}`);
  }
}

function nameOf({ name, version }: Projection): string {
  return `${name}@${version}`;
}

function isAtStart({ checkpoint }: ProjectionRun): boolean {
  return checkpoint === undefined;
}
