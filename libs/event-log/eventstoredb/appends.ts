import { DuplicateEventId, InvalidAppend, WrongExpectedRevision } from '../errors';
import type { StreamId } from '../event';
import type { AppendReceipt } from '../event-log.port';
import type { Append, AppendAttempts } from './append-attempts';
import type { KnownIds } from './known-ids';
import type { OurStreams } from './our-streams';
import type { StreamReads } from './stream-reads';

/** The metadata of one append, which the store does not limit; a message of 16 MiB would break the connection. */
const MAX_METADATA_BYTES = 8 * 1_048_576;

/**
 * Appends to each stream one after the other, so that they arrive in the order of the calls, and keeps the port's
 * rule that an id is stored once, which the store does not keep at the head of a stream.
 */
export class Appends {
  readonly #turns = new Map<StreamId, Promise<unknown>>();

  constructor(
    private readonly attempts: AppendAttempts,
    private readonly knownIds: KnownIds,
    private readonly reads: StreamReads,
    private readonly streams: OurStreams,
  ) {}

  /** @throws WrongExpectedRevision, DuplicateEventId, EventTooLarge, InvalidAppend, LogUnavailable */
  append(append: Append): Promise<AppendReceipt> {
    const { stream } = append;
    this.#refuseForeign(stream);
    refuseLargeMetadata(append);
    const before = this.#turns.get(stream) ?? Promise.resolve();
    const receipt = before.then(() => this.#inTurn(append));
    const turn = receipt
      .catch(() => {})
      .then(() => {
        if (this.#turns.get(stream) === turn) this.#turns.delete(stream);
      });
    this.#turns.set(stream, turn);
    return receipt;
  }

  /** Resolves when every append so far has its outcome. */
  async settled(): Promise<void> {
    await Promise.all(this.#turns.values());
  }

  async #inTurn(append: Append): Promise<AppendReceipt> {
    await this.#refuseStored(append);
    const { receipt, events } = await this.attempts.append(append);
    this.knownIds.remember(events);
    return receipt;
  }

  /** It would be stored, and never be seen again. */
  #refuseForeign(stream: StreamId): void {
    if (this.streams.ownStream(this.streams.nameInStore(stream)) === undefined) {
      throw new InvalidAppend(`Not one of the streams that this log is made of: ${stream}`);
    }
  }

  async #refuseStored({ stream, expected, events }: Append): Promise<void> {
    if (expected === 'no-stream') return;
    await this.knownIds.learnThrough(stream, expected);
    // Elsewhere the store itself tells a repetition from a conflict.
    if (this.knownIds.through(stream) !== expected) return;
    for (const { id } of events) {
      const storedAt = this.knownIds.find(stream, id);
      if (storedAt === undefined) continue;
      const actual = await this.reads.lastRevision(stream);
      throw actual === expected
        ? new DuplicateEventId(id, storedAt)
        : new WrongExpectedRevision(stream, expected, actual);
    }
  }
}

function refuseLargeMetadata({ stream, events }: Append): void {
  const size = events.reduce((sum, { metadata }) => sum + metadata.length, 0);
  if (size > MAX_METADATA_BYTES) {
    throw new InvalidAppend(`The metadata of the append to ${stream} takes ${size} characters`);
  }
}
