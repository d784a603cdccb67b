import { Binary } from 'mongodb';
import type { Collection, Db } from 'mongodb';
import { isAway, isDuplicateKey } from '#mongodb-client';
import { SubjectKeysUnavailable } from '#vocabulary';
import type { WrappedKey } from '../crypto/master-keys';
import { OWN_KEY, wrappedFor } from '../subject-key-store.port';
import type {
  KeptKey,
  PendingErasure,
  StoredKey,
  SubjectKeyStore,
} from '../subject-key-store.port';

interface Wrapped {
  readonly master: string;
  readonly bytes: Binary;
}

/** All of a subject is one document, so that it is there whole or not at all, without a transaction. */
interface SubjectDocument {
  readonly _id: string;
  readonly keys: readonly (Wrapped & { readonly id: string })[];
  /** Hashed. */
  readonly words: readonly string[];
}

interface ErasureDocument {
  readonly _id: string;
  readonly command: string;
}

type OwnKeyDocument = Wrapped & { readonly _id: string };

export class MongoSubjectKeys implements SubjectKeyStore {
  private indexed: Promise<unknown> | undefined;

  constructor(
    private readonly database: Db,
    private readonly end: () => Promise<void>,
  ) {}

  async keyOf(subject: string): Promise<StoredKey | undefined> {
    const found = await this.asked(() => this.subjects.findOne({ _id: subject }));
    const [first] = found === null ? [] : storedKeys(found);
    return first;
  }

  async keys(ids: readonly string[]): Promise<readonly StoredKey[]> {
    if (ids.length === 0) return [];
    const found = await this.asked(() =>
      this.subjects.find({ 'keys.id': { $in: [...ids] } }).toArray(),
    );
    const wanted = new Set(ids);
    return found.flatMap(storedKeys).filter(({ id }) => wanted.has(id));
  }

  async keep({ key, isNew, words }: KeptKey): Promise<boolean> {
    const { id, subject, wrapped } = key;
    const addedWords = { words: { $each: [...words] } };
    if (!isNew) {
      const { matchedCount } = await this.asked(() =>
        this.subjects.updateOne({ _id: subject, 'keys.id': id }, { $addToSet: addedWords }),
      );
      return matchedCount > 0;
    }
    const entry = { id, master: wrapped.master, bytes: new Binary(wrapped.bytes) };
    const change = { $push: { keys: entry }, $addToSet: addedWords };
    // One that came twice because an answer was lost is pushed once.
    const unlessThere = { _id: subject, 'keys.id': { $ne: id } };
    await this.asked(async () => {
      try {
        await this.subjects.updateOne(unlessThere, change, { upsert: true });
      } catch (error) {
        // The first key of a subject was stored by somebody else in the same moment, or this one before.
        if (!isDuplicateKey(error)) throw error;
        await this.subjects.updateOne(unlessThere, change);
      }
    });
    return true;
  }

  /** What is to be recorded goes first: a process that ends in between is followed by one that destroys. */
  async destroy(subject: string, { commandId, command }: PendingErasure): Promise<void> {
    await this.asked(async () => {
      await this.erasures.replaceOne({ _id: commandId }, { command }, { upsert: true });
      await this.subjects.deleteOne({ _id: subject });
    });
  }

  async pending(): Promise<readonly PendingErasure[]> {
    const found = await this.asked(() => this.erasures.find().sort({ _id: 1 }).toArray());
    return found.map(({ _id: commandId, command }) => ({ commandId, command }));
  }

  async settle(commandId: string): Promise<void> {
    await this.asked(() => this.erasures.deleteOne({ _id: commandId }));
  }

  async subjectsWith(
    words: readonly string[],
    after = '',
    limit: number,
  ): Promise<readonly string[]> {
    if (words.length === 0) return [];
    const found = await this.asked(() =>
      this.subjects
        .find({ words: { $all: [...words] }, _id: { $gt: after } })
        .project<Pick<SubjectDocument, '_id'>>({ _id: 1 })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    );
    return found.map(({ _id }) => _id);
  }

  async ownKey({ master, bytes }: WrappedKey): Promise<WrappedKey> {
    const offered = { master, bytes: new Binary(bytes) };
    const found = await this.asked(async () => {
      try {
        await this.ownKeys.updateOne({ _id: OWN_KEY }, { $setOnInsert: offered }, { upsert: true });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      return this.ownKeys.findOne({ _id: OWN_KEY });
    });
    return wrappedKey(found ?? offered);
  }

  /** One by one: interrupted, it goes on with what is left. */
  async rewrap(
    master: string,
    anew: (key: WrappedKey, about: string) => WrappedKey,
  ): Promise<number> {
    let count = 0;
    const others = { keys: { $elemMatch: { master: { $ne: master } } } };
    const found = await this.asked(() => this.subjects.find(others).toArray());
    for (const key of found.flatMap(storedKeys)) {
      if (key.wrapped.master === master) continue;
      const bytes = new Binary(anew(key.wrapped, wrappedFor(key)).bytes);
      const change = { $set: { 'keys.$.master': master, 'keys.$.bytes': bytes } };
      await this.asked(() =>
        this.subjects.updateOne({ _id: key.subject, 'keys.id': key.id }, change),
      );
      count += 1;
    }
    const own = await this.asked(() => this.ownKeys.findOne({ _id: OWN_KEY }));
    if (own !== null && own.master !== master) {
      const bytes = new Binary(anew(wrappedKey(own), OWN_KEY).bytes);
      await this.asked(() => this.ownKeys.updateOne({ _id: OWN_KEY }, { $set: { master, bytes } }));
    }
    return count;
  }

  close(): Promise<void> {
    return this.end();
  }

  private get subjects(): Collection<SubjectDocument> {
    return this.database.collection('subjects');
  }

  private get erasures(): Collection<ErasureDocument> {
    return this.database.collection('erasures');
  }

  private get ownKeys(): Collection<OwnKeyDocument> {
    return this.database.collection('own-keys');
  }

  /** @throws {SubjectKeysUnavailable} */
  private async asked<T>(question: () => Promise<T>): Promise<T> {
    try {
      this.indexed ??= this.index();
      await this.indexed;
      return await question();
    } catch (error) {
      if (!isAway(error)) throw error;
      // The driver's message may quote an address.
      throw new SubjectKeysUnavailable('The keys of subjects are away', { cause: error });
    }
  }

  private async index(): Promise<void> {
    try {
      await this.subjects.createIndex({ 'keys.id': 1 });
      await this.subjects.createIndex({ words: 1, _id: 1 });
    } catch (error) {
      this.indexed = undefined;
      throw error;
    }
  }
}

/** In the order of their ids: the first is the one that counts. */
function storedKeys({ _id: subject, keys }: SubjectDocument): readonly StoredKey[] {
  return keys
    .map(({ id, ...wrapped }) => ({ id, subject, wrapped: wrappedKey(wrapped) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function wrappedKey({ master, bytes }: Wrapped): WrappedKey {
  return { master, bytes: Buffer.from(bytes.buffer) };
}
