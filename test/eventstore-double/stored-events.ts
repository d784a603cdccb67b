import { randomUUID } from 'node:crypto';

/** The size limit of one append, in bytes of `data`; inclusive, metadata not counted. */
export const MAX_APPEND_SIZE = 1_048_576;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface StoredEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  /** 100 ns since the Unix epoch. */
  readonly created: bigint;
}

/** A revision, or what has no number. */
export type Expected = number | 'no-stream' | 'any' | 'stream-exists';

export type AppendOutcome =
  | { readonly kind: 'stored'; readonly revision: number; readonly position: bigint }
  | { readonly kind: 'wrong-version'; readonly expected: Expected; readonly current: number }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'bad-request'; readonly reason: string };

/** The log of the double, by the rules of section 1 of what was observed. `current` -1 is no stream. */
export class StoredEvents {
  readonly all: StoredEvent[] = [];
  readonly #streams = new Map<string, StoredEvent[]>();
  readonly #indexByPosition = new Map<bigint, number>();
  /** The revision before which nothing is read any more. */
  readonly #truncated = new Map<string, number>();
  readonly #tombstoned = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #nextPosition = 1_024n;
  #lastCreated = 0n;

  clear(): void {
    this.all.length = 0;
    this.#streams.clear();
    this.#indexByPosition.clear();
    this.#truncated.clear();
    this.#tombstoned.clear();
    this.#nextPosition = 1_024n;
  }

  /** What can still be read of it. */
  stream(name: string): readonly StoredEvent[] {
    const before = this.#truncated.get(name) ?? 0;
    const stored = this.#streams.get(name) ?? [];
    return before === 0 ? stored : stored.slice(before);
  }

  isTombstoned(name: string): boolean {
    return this.#tombstoned.has(name);
  }

  /**
   * As an administrator does: what lies before is not read any more, all of it in a deleted stream. It stays in the
   * log, and what is appended later goes on behind it.
   */
  truncate(name: string, before: number | 'all'): void {
    const count = this.#streams.get(name)?.length ?? 0;
    const metadata = { $tb: before === 'all' ? Number.MAX_SAFE_INTEGER : before };
    this.#put(`$$${name}`, markerOf('$metadata', metadata));
    this.#truncated.set(name, before === 'all' ? count : before);
  }

  /** For good: the store puts a marker at the end of the stream. */
  tombstone(name: string): void {
    this.#put(name, markerOf('$streamDeleted', {}));
    this.#tombstoned.add(name);
  }

  /** In its files: neither a reader nor a subscription is told. */
  alter(name: string, revision: number, changed: (data: string) => string): void {
    const stream = this.#streams.get(name);
    const before = stream?.[revision];
    if (stream === undefined || before === undefined) throw new RangeError('No such event');
    const data = new TextEncoder().encode(changed(new TextDecoder().decode(before.data)));
    const altered = { ...before, data };
    stream[revision] = altered;
    this.all[this.all.indexOf(before)] = altered;
  }

  /** Where the record at a position is in {@link all}; nothing for what is no record's boundary. */
  indexOf(position: bigint): number | undefined {
    return this.#indexByPosition.get(position);
  }

  onAppend(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  append(stream: string, expected: Expected, events: readonly ProposedEvent[]): AppendOutcome {
    const bad = whatIsBad(stream, events);
    if (bad !== undefined) return { kind: 'bad-request', reason: bad };
    const size = events.reduce((sum, { data }) => sum + data.length, 0);
    if (size > MAX_APPEND_SIZE) return { kind: 'too-large' };
    const stored = this.stream(stream);
    const current = stored.at(-1)?.revision ?? -1;
    if (!isCurrent(expected, current)) {
      return repeated(stored, expected, events) ?? { kind: 'wrong-version', expected, current };
    }
    for (const event of events) this.#put(stream, event);
    const last = this.stream(stream).at(-1);
    return { kind: 'stored', revision: last?.revision ?? 0, position: last?.position ?? 0n };
  }

  /** Tells subscriptions; not within the append, which is answered first. */
  announce(): void {
    for (const listener of this.#listeners) listener();
  }

  #put(stream: string, event: ProposedEvent): void {
    const ofStream = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, ofStream);
    const now = BigInt(Date.now()) * 10_000n;
    this.#lastCreated = now > this.#lastCreated ? now : this.#lastCreated + 1n;
    const stored: StoredEvent = {
      ...event,
      stream,
      revision: ofStream.length,
      position: this.#nextPosition,
      created: this.#lastCreated,
    };
    // Positions are offsets in a file: they grow with what is stored.
    this.#nextPosition += BigInt(96 + event.data.length + event.metadata.length);
    ofStream.push(stored);
    this.#indexByPosition.set(stored.position, this.all.length);
    this.all.push(stored);
  }
}

function markerOf(type: string, data: object): ProposedEvent {
  const bytes = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
  return {
    id: randomUUID(),
    type,
    contentType: 'application/json',
    data: bytes(data),
    metadata: bytes({}),
  };
}

function whatIsBad(stream: string, events: readonly ProposedEvent[]): string | undefined {
  if (stream === '') return 'The stream has no name';
  if (events.some(({ id }) => !UUID.test(id))) return 'An id is no UUID';
  if (events.some(({ type }) => type === '')) return 'An event has no type';
  return undefined;
}

function isCurrent(expected: Expected, current: number): boolean {
  if (expected === 'any') return true;
  if (expected === 'stream-exists') return current >= 0;
  return (expected === 'no-stream' ? -1 : expected) === current;
}

/** The same ids behind the same revision: content is not compared, and the first few of them will do. */
function repeated(
  stored: readonly StoredEvent[],
  expected: Expected,
  events: readonly ProposedEvent[],
): AppendOutcome | undefined {
  if (expected === 'stream-exists' || expected === 'any') return undefined;
  const from = expected === 'no-stream' ? 0 : expected + 1;
  const there = stored.filter(({ revision }) => revision >= from).slice(0, events.length);
  const last = there.at(-1);
  if (last === undefined || there.length < events.length) return undefined;
  if (!there.every(({ id }, index) => id === events[index]?.id)) return undefined;
  return { kind: 'stored', revision: last.revision, position: last.position };
}
