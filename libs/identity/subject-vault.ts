import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { ClearTexts, Sealed } from '#vocabulary';
import { KEY_BYTES } from './crypto/cipher';
import { wordsOf } from './crypto/name-words';
import { keyedDigest, seal, unseal } from './crypto/seal';
import type { SealedFor, SubjectKey } from './crypto/seal';
import type { MasterKeys } from './crypto/master-keys';
import { OWN_KEY, wrappedFor } from './subject-key-store.port';
import type { PendingErasure, StoredKey, SubjectKeyStore } from './subject-key-store.port';

/** Texts that are sealed, and whose key is not stored yet. */
export interface SealedTexts {
  readonly sealed: Sealed;
  /** Tells the same texts about the same subject from others, as long as the key is there. */
  readonly digest: string;
  /** Makes the key durable. @returns false where it was destroyed since: seal anew */
  keep(): Promise<boolean>;
}

export interface ToSeal extends SealedFor {
  readonly clear: ClearTexts;
  /** A name by which the subject is to be found. */
  readonly name?: string | undefined;
}

export interface ToUnseal extends SealedFor {
  readonly sealed: Sealed;
  /** Whose the subject is. */
  readonly organisation: string;
}

/** Who reads: told of everything that is read, and has it recorded before it is told to anybody. */
export interface ReadBy {
  /** Something is looked for, whatever is found. */
  begins(): void;
  reads(subjects: readonly Pick<ToUnseal, 'subject' | 'organisation'>[]): void;
}

/** Seals texts about somebody, reads them, finds by names, and destroys the keys. */
export class SubjectVault {
  private indexKey: Promise<Buffer> | undefined;

  constructor(
    private readonly store: SubjectKeyStore,
    private readonly masters: MasterKeys,
  ) {}

  async seal({ clear, name, ...about }: ToSeal): Promise<SealedTexts> {
    const { subject } = about;
    const stored = await this.store.keyOf(subject);
    const key = stored ?? this.newKey(subject);
    const opened = this.opened(key);
    return {
      sealed: seal(opened, clear, about),
      digest: keyedDigest(opened, clear),
      keep: async () => {
        const words = name === undefined ? [] : await this.hashed(name);
        return this.store.keep({ key, isNew: stored === undefined, words });
      },
    };
  }

  /** The digest of texts under a key that they were sealed with; `undefined` once the key is destroyed. */
  async digest(key: string, clear: ClearTexts): Promise<string | undefined> {
    const [stored] = await this.store.keys([key]);
    return stored && keyedDigest(this.opened(stored), clear);
  }

  /** The texts, in order; `undefined` where the key was destroyed. */
  async unseal(all: readonly ToUnseal[], by: ReadBy): Promise<readonly (ClearTexts | undefined)[]> {
    const ids = [...new Set(all.map(({ sealed }) => sealed.key))];
    const keys = new Map((await this.store.keys(ids)).map((key) => [key.id, key]));
    by.reads(all.filter(({ sealed }) => keys.has(sealed.key)));
    return all.map(({ sealed, ...about }) => {
      const key = keys.get(sealed.key);
      return key && unseal(this.opened(key), sealed, about);
    });
  }

  /** Subjects of whom a name has all words of this one, whatever the case and the diacritics. */
  async find(
    name: string,
    page: { readonly after: string | undefined; readonly limit: number },
    by: ReadBy,
  ): Promise<readonly string[]> {
    const { after, limit } = page;
    by.begins();
    return this.store.subjectsWith(await this.hashed(name), after, limit);
  }

  destroy(subject: string, pending: PendingErasure): Promise<void> {
    return this.store.destroy(subject, pending);
  }

  pending(): Promise<readonly PendingErasure[]> {
    return this.store.pending();
  }

  settle(commandId: string): Promise<void> {
    return this.store.settle(commandId);
  }

  /** Has every key wrapped by a new master key; interrupted, it is gone on with. @returns how many were wrapped anew */
  async rotateMasterKey(): Promise<number> {
    this.masters.beginRotation();
    const count = await this.store.rewrap(this.masters.fingerprint, (key, about) =>
      this.masters.wrap(this.masters.unwrap(key, about), about),
    );
    this.masters.endRotation();
    return count;
  }

  close(): Promise<void> {
    return this.store.close();
  }

  private newKey(subject: string): StoredKey {
    const id = randomUUID();
    const wrapped = this.masters.wrap(randomBytes(KEY_BYTES), wrappedFor({ id, subject }));
    return { id, subject, wrapped };
  }

  private opened(key: StoredKey): SubjectKey {
    return { id: key.id, bytes: this.masters.unwrap(key.wrapped, wrappedFor(key)) };
  }

  private async hashed(name: string): Promise<readonly string[]> {
    this.indexKey ??= this.openedIndexKey();
    const key = await this.indexKey;
    return wordsOf(name).map((word) => createHmac('sha256', key).update(word).digest('base64url'));
  }

  private async openedIndexKey(): Promise<Buffer> {
    const offered = this.masters.wrap(randomBytes(KEY_BYTES), OWN_KEY);
    return this.masters.unwrap(await this.store.ownKey(offered), OWN_KEY);
  }
}
