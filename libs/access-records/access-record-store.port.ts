import type { AccessKind, AccessRecord, NewAccessRecord } from './access-record';

/** A record as it is kept. Of one that was dropped, the hash of its leaf is left. */
export interface KeptRecord {
  /** From 0, without a gap: the index of its leaf. */
  readonly number: number;
  readonly hash: Buffer;
  readonly entry?: string;
}

export interface AccessRecordFilter {
  readonly who?: string | undefined;
  /** Any of these. */
  readonly subjects?: readonly string[] | undefined;
  readonly kind?: AccessKind | undefined;
  /** Recorded at or after. */
  readonly from?: string | undefined;
  /** Recorded at or before. */
  readonly to?: string | undefined;
}

export interface AccessRecordQuery {
  readonly filter: AccessRecordFilter;
  /** Only those that concern one of these organisations, or none at all; without it, all. */
  readonly among?: readonly string[] | undefined;
  readonly direction: 'ascending' | 'descending';
  /** Behind this number, in the direction. */
  readonly after?: number | undefined;
  readonly limit: number;
}

export interface FoundRecord {
  readonly number: number;
  readonly record: AccessRecord;
}

/** Where it is kept who looked. Nothing is changed; what is old is dropped from the beginning on. */
export interface AccessRecordStore {
  /** Names this store among those of services that stand for one another. */
  readonly id: string;
  /** Durable when it resolves, all of them or none. */
  add(records: readonly NewAccessRecord[]): Promise<void>;
  /** Those from a number on, in order, also what is left of those that were dropped. */
  slice(from: number, maxCount: number): Promise<readonly KeptRecord[]>;
  numberOf(id: string): Promise<number | undefined>;
  find(query: AccessRecordQuery): Promise<readonly FoundRecord[]>;
  /** Drops what was recorded before. @returns how many */
  dropBefore(at: string): Promise<number>;
  close(): Promise<void>;
}
