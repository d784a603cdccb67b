import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import type { CollectionDefinition } from '../definition';
import type { GuardedWrite } from '../document';
import { DocumentRefused } from '../errors';
import { isOnlyDuplicateKeys } from '#mongodb-client';
import { asked } from './failures';
import { portionsOf } from '../portions';
import { PORTION } from './portion';
import { DocumentKeys, type StoredDocument } from './stored-document';

type Change = GuardedWrite<object>;

/** MongoDB takes 16 MiB; the keys need room beside the body. */
const MAX_BODY_BYTES = 15 * 1024 * 1024;

/** A change, and the document it is to become. */
interface Intended {
  readonly expected: Change['expected'];
  readonly document: StoredDocument;
}

/** Writes the documents of one collection, each guarded by its position and by the epoch of the owner. */
export class DocumentWriter {
  private readonly keys: DocumentKeys;

  constructor(
    private readonly documents: Collection<StoredDocument>,
    private readonly definition: CollectionDefinition,
  ) {
    this.keys = new DocumentKeys(definition);
  }

  /** The documents that the changes are to become. Writes nothing. @throws {DocumentRefused} */
  intend(changes: readonly Change[], epoch: number): readonly Intended[] {
    const ids = new Set<string>();
    return changes.map((change) => {
      this.#refuseUnwritable(change, ids);
      return { expected: change.expected, document: this.#documentOf(change, epoch) };
    });
  }

  /** Answers the ids of documents that were not as expected; the others are written. */
  async write(intended: readonly Intended[]): Promise<readonly string[]> {
    const conflicts: string[] = [];
    for (const portion of portionsOf(intended, PORTION)) {
      if (!(await this.#allWritten(portion))) conflicts.push(...(await this.#notWritten(portion)));
    }
    return conflicts;
  }

  #refuseUnwritable({ id, json }: Change, ids: Set<string>): void {
    const refuse = (detail: string): never => {
      throw new DocumentRefused(this.definition, id, detail);
    };
    if (id === '' || !id.isWellFormed() || id.includes('\u0000')) {
      refuse('the id is empty, not well-formed text, or holds a NUL');
    }
    if (ids.has(id)) refuse('twice in one batch');
    ids.add(id);
    if (json !== undefined && json.length > MAX_BODY_BYTES) refuse('larger than 15 MiB');
  }

  #documentOf({ id, position, body, json }: Change, epoch: number): StoredDocument {
    if (body === 'deleted') return { _id: id, position, epoch, alive: false };
    const text = json ?? JSON.stringify(body);
    if (Buffer.byteLength(text) > MAX_BODY_BYTES) {
      throw new DocumentRefused(this.definition, id, 'larger than 15 MiB');
    }
    return { _id: id, position, epoch, alive: true, json: text, keys: this.keys.keysOf(id, body) };
  }

  async #allWritten(portion: readonly Intended[]): Promise<boolean> {
    const operations = portion.map(operationOf);
    try {
      const { insertedCount, matchedCount } = await asked(() =>
        this.documents.bulkWrite(operations, { ordered: false }),
      );
      return insertedCount + matchedCount === portion.length;
    } catch (error) {
      if (isOnlyDuplicateKeys(error)) return false;
      throw error;
    }
  }

  /**
   * A replacement that found nothing is not named in the answer, so what stands there now is read. What is there just as
   * it was intended was written, now or by a try whose answer was lost.
   */
  async #notWritten(portion: readonly Intended[]): Promise<string[]> {
    const ids = portion.map(({ document }) => document._id);
    const found = await asked(() =>
      this.documents.find({ _id: { $in: ids } }, { batchSize: ids.length }).toArray(),
    );
    const held = new Map(found.map((document) => [document._id, document]));
    return portion
      .filter(({ document }) => !isSame(document, held.get(document._id)))
      .map(({ document }) => document._id);
  }
}

function operationOf({ expected, document }: Intended): AnyBulkWriteOperation<StoredDocument> {
  if (expected === 'absent') return { insertOne: { document } };
  const { _id, epoch, ...content } = document;
  return {
    replaceOne: {
      filter: { _id, position: expected, epoch: { $lte: epoch } },
      replacement: { epoch, ...content },
    },
  };
}

function isSame(intended: StoredDocument, held: StoredDocument | undefined): boolean {
  return (
    held !== undefined &&
    held.position === intended.position &&
    held.epoch === intended.epoch &&
    held.json === intended.json
  );
}
