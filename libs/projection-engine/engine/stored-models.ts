import { setTimeout as elapsed } from 'node:timers/promises';
import type { EventLog } from '#event-log';
import { ReadModelsUnavailable } from '#read-models';
import type { DocumentCollection, DocumentStore, PostingCollection } from '#read-models';
import { collectionNames, projectionsFor } from '../runner';
import type { Projection } from '../runner';
import { lagsBehind } from './lag';
import { retryUntilAvailable } from './retry-until-available';
import { OpenCollections } from './open-collections';
import { A_DAY_MS } from './projected-models.port';
import type { ProjectedModels } from './projected-models.port';
import type { ProjectionStatus } from './status';
import { statusOf, NO_STATUS } from './stored-status';
import type { StoredStatus, StoredProjectionStatus } from './stored-status';
import { leaseNameOf } from './lease-name';
import { leftOutOf } from './left-out';
import type { LeftOut } from './left-out';
import { SetAsideEvents } from './set-aside-events';
import { VersionNotes } from './version-notes';
import { Waiting } from './waiting';

export interface StoredModelsOptions {
  readonly log: EventLog;
  readonly store: DocumentStore;
  readonly projections: readonly Projection[];
  readonly now: () => Date;
}

/** The store is asked again after these times, the second one at most, while somebody waits. */
const SHORTEST_MS = 10;
const LONGEST_MS = 200;
/** How often it is asked for those who want to hear of everything. */
const PROGRESS_MS = 1_000;

/**
 * Read models that other processes keep up to date: how far they are is read from the store, in the
 * version that readers see, and asked again only while somebody waits.
 */
export class StoredModels implements ProjectedModels {
  private readonly waiting = new Waiting();
  private readonly collections: OpenCollections;
  private readonly stopping = new AbortController();
  private readonly followers = new Set<(projection: string) => void>();
  private readonly looking = new Map<string, Promise<void>>();
  private readonly lastStatus = new Map<string, StoredStatus>();
  private following: Promise<void> | undefined;
  private readonly notes: VersionNotes;
  private readonly setAsideEvents: SetAsideEvents;
  private lastSetAside = 0;

  private readonly options: StoredModelsOptions;

  constructor(given: StoredModelsOptions) {
    const options = { ...given, projections: projectionsFor(given.log, given.projections) };
    this.options = options;
    this.notes = new VersionNotes(options.store);
    this.setAsideEvents = new SetAsideEvents(options.store);
    this.collections = new OpenCollections(options.store, options.projections);
  }

  collection<D extends object>(name: string): Promise<DocumentCollection<D>> {
    return this.collections.active<D>(name);
  }

  postings(name: string): Promise<PostingCollection> {
    return this.collections.activePostings(name);
  }

  async through(projection: string): Promise<bigint> {
    return (await this.readable(projection)) ?? 0n;
  }

  async waitFor(projection: string, position: bigint, timeoutMs: number): Promise<boolean> {
    const reached = await this.readable(projection);
    if (reached !== undefined && reached >= position) return true;
    return this.wait(projection, position, timeoutMs);
  }

  /** Like `waitFor`, but waits also while the store is unavailable. */
  async reached(projection: string, position: bigint, timeoutMs: number): Promise<boolean> {
    const reached = await this.readableNow(projection);
    if (reached !== undefined && reached >= position) return true;
    return this.wait(projection, position, timeoutMs);
  }

  private wait(projection: string, position: bigint, timeoutMs: number): Promise<boolean> {
    if (this.stopping.signal.aborted) return Promise.resolve(false);
    const waiting = this.waiting.wait(projection, position, timeoutMs);
    if (!this.looking.has(projection)) this.looking.set(projection, this.look(projection));
    return waiting;
  }

  async caughtUp(): Promise<void> {
    const { signal } = this.stopping;
    const head = (await retryUntilAvailable(() => this.options.log.head(), signal)) ?? 0n;
    await Promise.all(
      this.options.projections.map(({ name }) => this.reached(name, head, A_DAY_MS)),
    );
  }

  onProgress(follower: (projection: string) => void): () => void {
    this.followers.add(follower);
    this.following ??= this.follow();
    return () => {
      this.followers.delete(follower);
    };
  }

  async leftOut(): Promise<readonly LeftOut[]> {
    return this.leftOutOf(this.options.projections);
  }

  /** Of some of the projections, in the versions that readers see. */
  async leftOutOf(projections: readonly Projection[]): Promise<readonly LeftOut[]> {
    if (projections.length === 0) return [];
    const shown = new Map(
      (await this.options.store.alias.list()).map(({ name, version }) => [name, version]),
    );
    const versions = projections.flatMap((projection) => {
      const [first] = collectionNames(projection);
      const version = first === undefined ? undefined : shown.get(first);
      return version === undefined ? [] : [{ name: projection.name, version }];
    });
    const notes = await this.notes.ofAll(versions.map(leaseNameOf));
    return versions.flatMap((one) => leftOutOf(one, notes.get(leaseNameOf(one))?.leftOut ?? []));
  }

  /** While the store is unavailable, the last known number. */
  async setAside(): Promise<number> {
    try {
      this.lastSetAside = await this.setAsideEvents.count();
    } catch (error) {
      if (!(error instanceof ReadModelsUnavailable)) throw error;
    }
    return this.lastSetAside;
  }

  async askStore(): Promise<void> {
    await this.options.store.alias.list();
  }

  async status(): Promise<readonly ProjectionStatus[]> {
    const statuses = await Promise.all(
      this.options.projections.map((projection) => this.storedStatus(projection)),
    );
    const lagOf = lagsBehind(
      this.options.log,
      this.options.now(),
      statuses.map(({ checkpoint }) => checkpoint),
    );
    return Promise.all(statuses.map((status) => statusOf(status, lagOf)));
  }

  /** The status in the store; while the store is unavailable, the last known one. */
  async storedStatus(projection: Projection): Promise<StoredProjectionStatus> {
    try {
      const status = await this.ask(projection);
      this.lastStatus.set(projection.name, status);
      return { projection, ...status };
    } catch (error) {
      if (!(error instanceof ReadModelsUnavailable)) throw error;
      const last = this.lastStatus.get(projection.name) ?? NO_STATUS;
      return { projection, ...last, away: error.message };
    }
  }

  private async ask(projection: Projection): Promise<StoredStatus> {
    const { store, now } = this.options;
    const [checkpoint, lease, active, notes] = await Promise.all([
      store.checkpoint(leaseNameOf(projection)).load(),
      store.lease.current(leaseNameOf(projection)),
      this.activeVersion(projection),
      this.notes.of(leaseNameOf(projection)),
    ]);
    const isOwned = lease !== undefined && lease.expiresAt > now().getTime();
    return {
      checkpoint,
      ownership: isOwned ? 'ELSEWHERE' : 'NOBODY',
      isActive: active === projection.version,
      notes,
    };
  }

  /** Ends all waits for the projection. */
  giveUp(projection: string): void {
    this.waiting.giveUp(projection);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.waiting.giveUpAll();
    await Promise.all([this.following, ...this.looking.values()]);
  }

  /** Asks less and less often until nobody waits. */
  private async look(projection: string): Promise<void> {
    for (let pauseMs = SHORTEST_MS; this.isAwaited(projection); pauseMs *= 2) {
      await this.pause(Math.min(pauseMs, LONGEST_MS));
      const reached = await this.readableNow(projection);
      if (reached !== undefined) this.waiting.reached(projection, reached);
    }
    this.looking.delete(projection);
  }

  private async follow(): Promise<void> {
    const positions = new Map<string, bigint | undefined>();
    while (this.followers.size > 0 && !this.stopping.signal.aborted) {
      for (const { name } of this.options.projections) {
        const reached = await this.readableNow(name);
        if (reached !== undefined && positions.has(name) && positions.get(name) !== reached) {
          for (const follower of this.followers) follower(name);
        }
        positions.set(name, reached);
      }
      await this.pause(PROGRESS_MS);
    }
    this.following = undefined;
  }

  /** A store that does not answer now will be asked again. */
  private readableNow(projection: string): Promise<bigint | undefined> {
    return this.readable(projection).catch(() => undefined);
  }

  private async readable(name: string): Promise<bigint | undefined> {
    const projection = this.options.projections.find((candidate) => candidate.name === name);
    if (projection === undefined) throw new TypeError(`There is no projection ${name}`);
    const version = await this.activeVersion(projection);
    if (version === undefined) return undefined;
    const checkpoint = await this.options.store.checkpoint(leaseNameOf({ name, version })).load();
    return checkpoint?.position ?? 0n;
  }

  /** All collections of a projection are shown in one version. */
  private async activeVersion(projection: Projection): Promise<number | undefined> {
    const [first] = collectionNames(projection);
    return first === undefined ? undefined : this.options.store.alias.get(first);
  }

  private isAwaited(projection: string): boolean {
    return this.waiting.awaited().includes(projection);
  }

  private async pause(ms: number): Promise<void> {
    const { signal } = this.stopping;
    await elapsed(ms, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
