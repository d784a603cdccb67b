import { DocumentRefused, WriteConflict } from '#read-models';
import type {
  Checkpoint,
  CollectionChanges,
  CollectionOptions,
  DocumentCollection,
  DocumentStore,
  Ownership,
  Posting,
  PostingCollection,
} from '#read-models';
import { collectionNames } from '../runner';
import type { LoggedFact, Projection } from '../runner';
import { BatchWorkspace } from './batch-workspace';
import { EventNotApplied, MustStartOver } from './errors';
import { foldEvents, touchedBy } from './fold-events';
import { DocumentCache } from './document-cache';
import { factsWithout } from './facts-without';
import { ParkedEvents } from './parked-events';
import { PortionSize } from './portion-size';
import { isOfTheStore, ofTheStore } from './store-failures';
import { SetAside, Unreadable } from './told-events';
import type { ToldEvent } from './told-events';
import { VersionNotes } from './version-notes';
import type { LeftOutEvent, NotesOfVersion } from './version-notes';
import { yieldToRequests } from './yield-to-requests';

const ATTEMPTS = 3;
/** Of a projection that shares its cache with no other. */
const CACHED_CHARACTERS = 4 * 1024 * 1024;
/** Events whose postings are written at a time: they hold the thread for about as long as a portion of documents. */
const POSTED_AT_ONCE = 2_500;

/** One projection in one version, being kept up to date by its owner. */
export class ProjectionRun {
  private readonly portions = new PortionSize();
  /** Documents may hold events up to there whatever the checkpoint says: writing them was interrupted. */
  private aheadThrough = -1n;

  private constructor(
    readonly projection: Projection,
    private readonly store: DocumentStore,
    readonly owner: Ownership,
    private readonly collections: ReadonlyMap<string, DocumentCollection<object>>,
    private readonly postings: PostingCollection | undefined,
    private readonly cache: DocumentCache,
    private reached: Checkpoint | undefined,
    private notes: NotesOfVersion,
  ) {}

  static async open(
    projection: Projection,
    store: DocumentStore,
    owner: Ownership,
    cache: DocumentCache = new DocumentCache(CACHED_CHARACTERS),
  ): Promise<ProjectionRun> {
    const checkpoint = await store.checkpoint(owner.projection).load();
    const notes = await new VersionNotes(store).of(owner.projection);
    const collections = new Map<string, DocumentCollection<object>>();
    const { version } = projection;
    const options: CollectionOptions = checkpoint === undefined ? { indexes: 'deferred' } : {};
    for (const spec of projection.collections) {
      collections.set(spec.name, await store.collection<object>({ ...spec, version }, options));
    }
    const postings =
      projection.postings &&
      (await store.postings({ name: projection.postings.name, version }, options));
    return new ProjectionRun(
      projection,
      store,
      owner,
      collections,
      postings,
      cache,
      checkpoint,
      notes,
    );
  }

  /** The last event that was applied. */
  get checkpoint(): Checkpoint | undefined {
    return this.reached;
  }

  /** Of the last event that was applied; 0 before the first. */
  get position(): bigint {
    return this.reached?.position ?? 0n;
  }

  /** The events that this version does without. */
  get leftOut(): readonly LeftOutEvent[] {
    return this.notes.leftOut;
  }

  /** Whether it has to be built anew: what it left out may be in its documents in part, or is not to be left out any more. */
  hasToStartOver(isParked: (event: string) => boolean): boolean {
    return this.notes.mustStartOver === true || this.leftOut.some(({ event }) => !isParked(event));
  }

  /**
   * Folds the events into their documents and commits them. A document's position shows which
   * events it holds, so a batch may be applied again after any failure.
   *
   * @throws {EventNotApplied} once all before that event is committed
   * @throws {MustStartOver}
   */
  async apply(batch: readonly ToldEvent[]): Promise<void> {
    const events = eventsAfter(this.reached?.position ?? -1n, batch);
    if (this.postings === undefined) {
      await this.applyInHalves(events);
      return;
    }
    for (let from = 0; from < events.length; from += POSTED_AT_ONCE) {
      if (from > 0) await yieldToRequests();
      await this.applyInHalves(events.slice(from, from + POSTED_AT_ONCE));
    }
  }

  /** In halves of halves where an event cannot be applied, until it is alone. */
  private async applyInHalves(events: readonly ToldEvent[]): Promise<void> {
    const [first] = events;
    if (first === undefined) return;
    try {
      await this.applyTogether(events);
      return;
    } catch (error) {
      if (isOfTheStore(error)) throw error;
      if (events.length === 1) {
        await this.leaveOut(first, error);
        return;
      }
    }
    const middle = Math.ceil(events.length / 2);
    await this.applyInHalves(events.slice(0, middle));
    await this.applyInHalves(events.slice(middle));
  }

  private async applyTogether(events: readonly ToldEvent[]): Promise<void> {
    const last = events.at(-1);
    if (last === undefined) return;
    const facts = factsWithout(this.leftOut, events);
    const checkpoint = {
      position: last.position,
      recordedAt: last.recordedAt,
      events: (this.reached?.events ?? 0) + events.length,
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        // A version built from scratch has no documents but those of an interrupted first batch.
        const isNew = this.projection.insertOnly === true || this.reached === undefined;
        await this.foldAndCommit(facts, checkpoint, isNew && attempt === 1);
        break;
      } catch (error) {
        this.cache.clear();
        if (!(error instanceof WriteConflict) || attempt === ATTEMPTS) throw error;
      }
    }
    this.reached = checkpoint;
  }

  /** Goes on without the event if an operator allowed it. It is recorded first: no answer lacks it without a word. */
  private async leaveOut(told: ToldEvent, cause: unknown): Promise<void> {
    const event = told instanceof SetAside || told instanceof Unreadable ? told.event : told;
    const refusal = new EventNotApplied(event, cause);
    const parked = await new ParkedEvents(this.store).find(event.id);
    if (parked === undefined) throw refusal;
    const { remedy: _, reason: because, ...reference } = refusal.at;
    const left = { ...reference, cause: because, reason: parked.reason };
    const mustStartOver = event.position <= this.aheadThrough;
    this.notes = await new VersionNotes(this.store).change(this.owner, ({ leftOut }) => ({
      leftOut: [...leftOut, left],
      ...(mustStartOver && { mustStartOver }),
    }));
    if (mustStartOver) throw new MustStartOver();
    await this.applyTogether([told]);
  }

  /** Notes where it stopped, for processes that only read. */
  async noteStop({ at }: EventNotApplied): Promise<void> {
    const notes = new VersionNotes(this.store);
    this.notes = await notes.change(this.owner, (before) => ({ ...before, stoppedAt: at }));
  }

  /**
   * Removes all documents, for this version to be built from the first event. Readers see none of it meanwhile. What it
   * may leave out on the next way is noted last: should this be interrupted, it is still known that it has to be done.
   */
  async startOver(): Promise<void> {
    const parked = new Set((await new ParkedEvents(this.store).all()).map(({ event }) => event));
    await this.store.alias.remove(await this.shown());
    await this.store.forget(this.owner);
    for (const collection of this.parts()) await collection.deleteAll(this.owner);
    await new VersionNotes(this.store).change(this.owner, ({ leftOut }) => ({
      leftOut: leftOut.filter(({ event }) => parked.has(event)),
    }));
    this.cache.clear();
  }

  /** Makes this version the one that readers see. */
  async activate(): Promise<void> {
    for (const collection of this.parts()) await collection.buildIndexes();
    await this.store.alias.set(
      Object.fromEntries(
        collectionNames(this.projection).map((name) => [name, this.projection.version]),
      ),
    );
  }

  async isActive(): Promise<boolean> {
    return (await this.shown()).length === collectionNames(this.projection).length;
  }

  /** The collections that readers see in this version. */
  private async shown(): Promise<readonly string[]> {
    const names = collectionNames(this.projection);
    const active = await Promise.all(names.map((name) => this.store.alias.get(name)));
    return names.filter((_, index) => active[index] === this.projection.version);
  }

  private parts(): readonly Pick<PostingCollection, 'deleteAll' | 'buildIndexes'>[] {
    return [...this.collections.values(), ...(this.postings === undefined ? [] : [this.postings])];
  }

  /** `unseen`: none of the documents is expected to exist; should one after all, the store says so. */
  private async foldAndCommit(
    events: readonly LoggedFact[],
    checkpoint: Checkpoint,
    unseen: boolean,
  ): Promise<void> {
    const workspace = new BatchWorkspace(this.collections, this.cache);
    const touching = touchedBy(this.projection, events);
    const keys = [
      ...touching.flatMap((touched) => touched.keys),
      ...events.flatMap((event) => this.projection.alsoReads?.(event) ?? []),
    ];
    if (unseen) workspace.takeAsAbsent(keys);
    else await workspace.prefetch(keys);
    await foldEvents(this.projection, workspace, touching);
    await this.commit(workspace, this.postingsFor(events), checkpoint);
  }

  private postingsFor(events: readonly LoggedFact[]): readonly Posting[] {
    const { postings } = this.projection;
    if (postings === undefined) return [];
    return events.map((event) => ({ position: event.position, terms: postings.termsOf(event) }));
  }

  /** In portions, postings and checkpoint with the last: others get the thread in between. */
  private async commit(
    workspace: BatchWorkspace,
    postings: readonly Posting[],
    checkpoint: Checkpoint,
  ): Promise<void> {
    const written: (readonly CollectionChanges[])[] = [];
    let begun = performance.now();
    let portion: readonly CollectionChanges[] = [];
    const write = async (last?: Checkpoint): Promise<void> => {
      const batch = {
        owner: this.owner,
        writes: portion,
        ...(last && this.postings && { postings: { collection: this.postings, postings } }),
        ...(last && { checkpoint: last }),
      };
      const committed = ofTheStore(this.store.commit(batch));
      const documents = portion.reduce((sum, { changes }) => sum + changes.length, 0);
      this.portions.held(documents, performance.now() - begun);
      await committed.catch((error: unknown) => {
        // A store refuses a document before it writes any of a portion.
        const isNothingWritten = written.length === 0 && error instanceof DocumentRefused;
        if (!isNothingWritten && checkpoint.position > this.aheadThrough) {
          this.aheadThrough = checkpoint.position;
        }
        throw error;
      });
      written.push(portion);
    };
    for (const next of workspace.changes(this.portions)) {
      if (portion.length > 0) {
        await write();
        await yieldToRequests();
        begun = performance.now();
      }
      portion = next;
    }
    await write(checkpoint);
    if (this.projection.insertOnly !== true) workspace.keep(written.flat());
  }
}

function eventsAfter(position: bigint, batch: readonly ToldEvent[]): readonly ToldEvent[] {
  const [first] = batch;
  if (first === undefined || first.position > position) return batch;
  return batch.filter((event) => event.position > position);
}
