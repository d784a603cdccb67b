import { randomUUID } from 'node:crypto';
import type { Actor } from '#vocabulary';
import { MOST_SUBJECTS } from './access-record';
import type { AccessKind, ExportedLeaves, NewAccessRecord } from './access-record';
import type { AccessRecordStore } from './access-record-store.port';

/** Somebody who looks. */
export interface Reader {
  readonly actor: Actor;
  /** Why, as far as it was said. */
  readonly reason?: string | undefined;
}

/** Something that was read, and whose it is. */
interface ReadSubject {
  readonly subject: string;
  readonly organisation: string;
}

/** It could not be recorded who looked: nothing of what was read may be told. */
export class AccessNotRecorded extends Error {
  override readonly name = 'AccessNotRecorded';
}

/** What one request reads, until it is answered. */
export class Reading {
  private readonly read = new Map<AccessKind, Map<string, string>>();

  /** For what reads things of a kind: whoever looks for something and finds nothing looks all the same. */
  as(kind: AccessKind) {
    return {
      begins: (): void => {
        if (!this.read.has(kind)) this.read.set(kind, new Map());
      },
      reads: (subjects: readonly ReadSubject[]): void => {
        const read = this.read.get(kind) ?? new Map<string, string>();
        for (const { subject, organisation } of subjects) read.set(subject, organisation);
        if (read.size > 0) this.read.set(kind, read);
      },
    };
  }

  /** One record for each kind. */
  recordsOf({ actor, reason }: Reader): readonly NewAccessRecord[] {
    return [...this.read].map(([kind, subjects]) => ({
      ...about(actor, reason),
      kind,
      subjects: [...subjects.keys()].sort().slice(0, MOST_SUBJECTS),
      count: subjects.size,
      concerns: [...new Set(subjects.values())].sort().slice(0, MOST_SUBJECTS),
    }));
  }
}

/** Records who looks at what, before it is told. */
export class AccessRecorder {
  /** @param onFailure told why something could not be recorded */
  constructor(
    private readonly store: Pick<AccessRecordStore, 'add'>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /**
   * The only way to something that can be read by: what was read with it is durable, as one record for each kind, before
   * this resolves with what came of it. Work that fails told nothing.
   *
   * @throws AccessNotRecorded
   */
  async during<T>(reader: Reader, work: (reading: Reading) => Promise<T>): Promise<T> {
    const reading = new Reading();
    const result = await work(reading);
    await this.add(reading.recordsOf(reader));
    return result;
  }

  /** To be called before the first event is told. @throws AccessNotRecorded */
  async exports(
    { actor, reason }: Reader,
    events: ExportedLeaves,
    concerns: readonly string[],
  ): Promise<void> {
    const count = Math.max(0, events.to - events.from);
    if (count === 0) return;
    const exported = { kind: 'EXPORT', subjects: [], count, concerns, events } as const;
    await this.add([{ ...about(actor, reason), ...exported }]);
  }

  private async add(records: readonly NewAccessRecord[]): Promise<void> {
    if (records.length === 0) return;
    try {
      await this.store.add(records);
    } catch (error) {
      this.onFailure(error);
      throw new AccessNotRecorded('It could not be recorded who looked', { cause: error });
    }
  }
}

function about({ id: who, role, organisation }: Actor, why: string | undefined) {
  return { id: randomUUID(), who, role, organisation, ...(why === undefined ? {} : { why }) };
}
