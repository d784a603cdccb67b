import { isOurs, toPosition } from '#event-log';
import type { EventLog, RecordedEvent } from '#event-log';
import type { Elapsed, Feeds, Place } from '#feeds';
import { Fenced } from '#read-models';
import type { Ownership } from '#read-models';
import type { DeliveryDocument, EventPlace, ProgressDocument } from '../store/delivery.document';
import type { DeliveryStore } from '../store/delivery-store';
import type { Attempts, Made } from './attempts';
import type { DeliveryWatch, Endings, Registration, Registrations, Telling } from './ports';

export interface CourierOptions {
  readonly feeds: Feeds;
  readonly log: Pick<EventLog, 'readStreamSlice'>;
  readonly registrations: Registrations;
  readonly telling: Pick<Telling, 'holdsRole'>;
  readonly endings: Endings;
  readonly store: DeliveryStore;
  readonly attempts: Attempts;
  readonly watch: DeliveryWatch;
  readonly now: () => Date;
  readonly elapsed: Elapsed;
}

/** How long it looks through the log, where nothing is for it, before it keeps how far it is. */
const KEEP_EVERY_MS = 60_000;
/** Roles end and begin by the clock, too. */
const LOOK_AGAIN_MS = 60_000;
/** How long it waits where a store is away. */
const PAUSE_MS = 5_000;

/** What ends one look at a webhook: `changed` for the next look, `halting` for good, cutting off what is being sent. */
interface Signals {
  readonly changed: AbortSignal;
  readonly halting: AbortSignal;
}

/**
 * Brings one webhook its events: in the order of the log, one at a time, each until the receiver has it, or refuses it
 * for good, or the webhook comes to its end. What was done is kept before anything else is done.
 */
export class Courier {
  private woken = new AbortController();
  private isStopped = false;

  constructor(
    private readonly webhook: string,
    private readonly owner: Ownership,
    private readonly options: CourierOptions,
  ) {}

  /** Something about the webhook changed: it looks again. What is being sent is not cut off. */
  wake(): void {
    this.woken.abort();
    this.woken = new AbortController();
  }

  stop(): void {
    this.isStopped = true;
    this.wake();
  }

  /**
   * Until it is stopped, or the webhook has ended.
   *
   * @throws {Fenced} somebody else delivers by now
   */
  async run(halting: AbortSignal): Promise<void> {
    const { registrations, watch, elapsed } = this.options;
    while (!this.isStopped) {
      const changed = this.woken.signal;
      try {
        const registration = await registrations.read(this.webhook);
        if (registration === undefined) break;
        await this.deliver(registration, { changed, halting });
      } catch (error) {
        if (halting.aborted) break;
        if (error instanceof Fenced) throw error;
        watch.failed(this.webhook, error);
        await elapsed(PAUSE_MS, changed);
      }
    }
    watch.waiting(this.webhook, undefined);
  }

  private async deliver(registration: Registration, signals: Signals): Promise<void> {
    const { telling, elapsed, watch } = this.options;
    if (registration.isDisabled || !(await telling.holdsRole(registration))) {
      watch.waiting(this.webhook, undefined);
      await elapsed(LOOK_AGAIN_MS, signals.changed);
      return;
    }
    const progress = await this.redeliver(
      registration,
      await this.progressOf(registration),
      signals,
    );
    await this.follow(registration, progress, signals);
  }

  private async progressOf({ startedBy }: Registration): Promise<ProgressDocument> {
    const kept = await this.options.store.progress(this.webhook);
    return kept?.startedBy === startedBy
      ? kept
      : { ...kept, webhook: this.webhook, startedBy, through: null };
  }

  /** What is asked for again is tried once, whatever waits. */
  private async redeliver(
    registration: Registration,
    progress: ProgressDocument,
    { changed, halting }: Signals,
  ): Promise<ProgressDocument> {
    const { registrations, store } = this.options;
    const asked = await registrations.redeliveries(this.webhook, progress.redeliveredThrough);
    let seenTo = progress;
    for (const { event, position } of asked) {
      if (changed.aborted) break;
      await this.redeliverOne(registration, event, halting);
      seenTo = { ...seenTo, redeliveredThrough: position };
      await store.keepProgress(seenTo, this.owner);
    }
    return seenTo;
  }

  private async redeliverOne(
    registration: Registration,
    id: string,
    halting: AbortSignal,
  ): Promise<void> {
    const { store, attempts, endings } = this.options;
    const delivery = await store.delivery(this.webhook, id);
    // What is still pending is tried in its turn.
    if (delivery === undefined || delivery.state === 'PENDING') return;
    const event = await this.eventAt(delivery);
    if (event === undefined) return;
    const made = await attempts.make(registration, event, delivery, halting);
    if (made.kind !== 'made') return;
    const { verdict } = made;
    const state = verdict.kind === 'TAKEN' ? 'DELIVERED' : delivery.state;
    await store.keepDelivery({ ...delivery, state, attempts: made.attempts }, this.owner);
    if (verdict.kind === 'GONE') await endings.end(registration, id);
  }

  private async follow(
    registration: Registration,
    progress: ProgressDocument,
    signals: Signals,
  ): Promise<void> {
    const { feeds, store } = this.options;
    const { types } = registration;
    const selection = {
      concerns: (event: RecordedEvent) => isOurs(event) && types.includes(event.type),
      select: (event: RecordedEvent) => Promise.resolve(event),
    };
    const through = progress.through === null ? undefined : await this.eventAt(progress.through);
    const after = through ?? startOf(registration);
    const signal = signals.changed;
    for await (const message of feeds.follow({
      after,
      heartbeatMs: KEEP_EVERY_MS,
      ...selection,
      signal,
    })) {
      if (message.kind === 'event' && !(await this.settle(message.item, registration, signals))) {
        return;
      }
      const { place } = message;
      if (place?.inStream !== undefined) {
        const through = placeOf({ ...place, ...place.inStream });
        await store.keepProgress({ ...progress, through }, this.owner);
      }
    }
  }

  /** Whether it is done with. Otherwise something is to be looked at anew, and the event comes again. */
  private async settle(
    event: RecordedEvent,
    { startedBy }: Registration,
    { changed, halting }: Signals,
  ): Promise<boolean> {
    const { registrations, store, attempts, elapsed, watch } = this.options;
    for (;;) {
      const registration = await registrations.read(this.webhook, event.position);
      const isOther = registration?.startedBy !== startedBy || registration.isDisabled;
      if (changed.aborted || isOther) return false;
      const kept = await store.delivery(this.webhook, event.id);
      const delivery = kept?.startedBy === startedBy ? kept : undefined;
      if (delivery !== undefined && delivery.state !== 'PENDING') return true;
      const wait = this.waitBefore(delivery, registration);
      if (wait > 0) {
        watch.waiting(this.webhook, event.recordedAt);
        await elapsed(wait, changed);
        continue;
      }
      const made = await attempts.make(registration, event, kept, halting);
      if (made.kind !== 'made') return made.kind === 'unseen';
      const isDone = await this.keep(event, registration, made);
      if (isDone !== undefined) return isDone;
    }
  }

  /** What failed before the webhook was resumed is tried at once. */
  private waitBefore(delivery: DeliveryDocument | undefined, { resumedAt }: Registration): number {
    const last = delivery?.attempts.at(-1);
    if (delivery?.nextTryAt === undefined || last === undefined || last.at < resumedAt) return 0;
    return Date.parse(delivery.nextTryAt) - this.options.now().getTime();
  }

  /** Whether it is done with; nothing where it is to be tried again. */
  private async keep(
    event: RecordedEvent,
    registration: Registration,
    { verdict, attempts }: Extract<Made, { kind: 'made' }>,
  ): Promise<boolean | undefined> {
    const { store, endings, watch } = this.options;
    const { startedBy } = registration;
    const delivery = {
      ...placeOf(event),
      webhook: this.webhook,
      type: event.type,
      startedBy,
      attempts,
    };
    switch (verdict.kind) {
      case 'TAKEN':
      case 'DEAD': {
        const state = verdict.kind === 'TAKEN' ? 'DELIVERED' : 'DEAD';
        await store.keepDelivery({ ...delivery, state }, this.owner);
        watch.waiting(this.webhook, undefined);
        return true;
      }
      case 'RETRY': {
        const nextTryAt = new Date(verdict.at).toISOString();
        await store.keepDelivery({ ...delivery, state: 'PENDING', nextTryAt }, this.owner);
        return undefined;
      }
      case 'EXHAUSTED':
      case 'GONE':
        // Were this the last that is done here, the next try would say it again.
        await store.keepDelivery({ ...delivery, state: 'PENDING' }, this.owner);
        if (verdict.kind === 'GONE') await endings.end(registration, event.id);
        else await endings.disable(registration, event.id);
        return false;
    }
  }

  /** The event that was here, wherever it is now; none where the log is an older one. */
  private async eventAt({
    stream,
    revision,
    event,
  }: EventPlace): Promise<RecordedEvent | undefined> {
    const [found] = await this.options.log.readStreamSlice(stream, revision, { maxCount: 1 });
    return found?.id === event ? found : undefined;
  }
}

function placeOf({
  id: event,
  stream,
  revision,
  position,
}: Pick<RecordedEvent, 'id' | 'stream' | 'revision' | 'position'>): EventPlace {
  return { event, stream, revision, position: position.toString() };
}

function startOf({ behind }: Registration): Place | 'start' {
  if (behind === null) return 'start';
  return { id: behind.event, position: toPosition(BigInt(behind.position)) };
}
