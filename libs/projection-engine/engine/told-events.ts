import { isCorrection, isKnownType, standingFacts } from '#domain';
import { isOfNewerProgram, isOurs, UnknownEventType } from '#event-log';
import type { EventLog, RecordedEvent } from '#event-log';
import type { Correction, LoggedFact, RecordedFact } from '../runner';

/** Somebody else's event in a stream of ours: no projection is told what is in it. */
export class SetAside {
  readonly position: RecordedEvent['position'];
  readonly recordedAt: string;

  constructor(readonly event: RecordedEvent) {
    this.position = event.position;
    this.recordedAt = event.recordedAt;
  }
}

/** An event of ours that no projection can be told: each stops at it, unless it may be left out. */
export class Unreadable {
  readonly position: RecordedEvent['position'];
  readonly recordedAt: string;

  constructor(
    readonly event: RecordedEvent,
    readonly reason: unknown,
  ) {
    this.position = event.position;
    this.recordedAt = event.recordedAt;
  }
}

/** What the log holds at one place, as projections are told it. */
export type ToldEvent = LoggedFact | SetAside | Unreadable;

/** Brings an event of ours to the shape of the catalogue. @throws what isOfNewerProgram tells, and where it is out of place */
export type ReadEvent = (event: RecordedEvent) => RecordedEvent;

/**
 * Events as projections take them, judged in one place for all: what is not ours is set aside, what this program does not
 * know is told as that, and a correction carries its stream up to that event. The stream is read rather than kept, since
 * corrections are rare.
 */
export async function toldEvents(
  log: Pick<EventLog, 'readStreamSlice'>,
  read: ReadEvent,
  events: readonly RecordedEvent[],
): Promise<readonly ToldEvent[]> {
  const told: ToldEvent[] = [];
  for (const event of events) {
    const judged = judge(event, read);
    told.push(
      isFact(judged) && isCorrection(judged) ? await withStream(log, read, judged) : judged,
    );
  }
  return told;
}

function judge(event: RecordedEvent, read: ReadEvent): ToldEvent {
  if (!isOurs(event)) return new SetAside(event);
  if (!isKnownType(event.type)) return new Unreadable(event, new UnknownEventType(event));
  try {
    // Known, and brought to a shape of the catalogue.
    return read(event) as LoggedFact;
  } catch (error) {
    if (!isOfNewerProgram(error)) throw error;
    return new Unreadable(event, error);
  }
}

function isFact(told: ToldEvent): told is LoggedFact {
  return !(told instanceof SetAside) && !(told instanceof Unreadable);
}

async function withStream(
  log: Pick<EventLog, 'readStreamSlice'>,
  read: ReadEvent,
  correction: Omit<Correction, 'withdrawn' | 'standing'>,
): Promise<Correction | Unreadable> {
  const stream = await log.readStreamSlice(correction.stream, 0);
  const before = stream
    .filter(({ revision }) => revision <= correction.revision)
    .map((event) => judge(event, read))
    .filter(isFact);
  try {
    const withdrawn = before.find(({ id }) => id === correction.data.event);
    if (withdrawn === undefined) {
      throw new Error(`it corrects an event that cannot be read in ${correction.stream}`);
    }
    return {
      ...correction,
      withdrawn: withdrawn as RecordedFact,
      standing: standingFacts(before) as readonly RecordedFact[],
    };
  } catch (error) {
    return new Unreadable(correction, error);
  }
}
