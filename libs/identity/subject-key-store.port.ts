import type { WrappedKey } from './crypto/master-keys';

export interface StoredKey {
  readonly id: string;
  readonly subject: string;
  readonly wrapped: WrappedKey;
}

/** A subject's key that is about to be used, and the words by which the subject is found with it. */
export interface KeptKey {
  readonly key: StoredKey;
  /** Whether it was not stored before: one that was and is gone is not stored again. */
  readonly isNew: boolean;
  readonly words: readonly string[];
}

/** A destruction whose event may not be recorded yet. */
export interface PendingErasure {
  readonly commandId: string;
  /** The command, as it is given again. It holds nothing of whom it is about but the id. */
  readonly command: string;
}

/**
 * Where the keys of subjects are, and the words by which they are found: what is destroyed leaves no byte behind.
 * Every promise is kept once the change is durable.
 */
export interface SubjectKeyStore {
  /** The key that a subject's texts are sealed with now. */
  keyOf(subject: string): Promise<StoredKey | undefined>;
  keys(ids: readonly string[]): Promise<readonly StoredKey[]>;
  /** @returns false where the key was destroyed in between */
  keep(kept: KeptKey): Promise<boolean>;
  /** Destroys all keys of a subject and what is found by them, and remembers why until `settle`. */
  destroy(subject: string, pending: PendingErasure): Promise<void>;
  pending(): Promise<readonly PendingErasure[]>;
  settle(commandId: string): Promise<void>;
  /** Subjects that have all these words, in the order of their names, after one. */
  subjectsWith(
    words: readonly string[],
    after: string | undefined,
    limit: number,
  ): Promise<readonly string[]>;
  /** The key of the store itself, under which words are hashed; the first one that is offered stays. */
  ownKey(offered: WrappedKey): Promise<WrappedKey>;
  /** Wraps everything anew that is not yet wrapped by `master`. */
  rewrap(master: string, anew: (key: WrappedKey, about: string) => WrappedKey): Promise<number>;
  close(): Promise<void>;
}

/** What a key is wrapped for: one that was put in the place of another cannot be unwrapped. */
export function wrappedFor({ id, subject }: Pick<StoredKey, 'id' | 'subject'>): string {
  return JSON.stringify([subject, id]);
}

export const OWN_KEY = 'index';
