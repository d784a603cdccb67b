import type { Collection, Db } from 'mongodb';
import type { Checkpoint, Ownership } from '../document-store.port';
import { asked, isDuplicateKey } from './failures';
import { portionsOf } from './portions';
import type { Projections } from './projections';

interface RevisionDocument {
  /** `projection/stream`: no projection has a slash in its name. */
  readonly _id: string;
  readonly projection: string;
  readonly stream: string;
  readonly revision: number;
}

const ATTEMPTS = 3;

/** Checkpoints and revisions. */
export class Progress {
  readonly #revisions: Collection<RevisionDocument>;

  constructor(
    database: Db,
    private readonly projections: Projections,
  ) {
    this.#revisions = database.collection('revisions');
  }

  async checkpoint(projection: string): Promise<Checkpoint | undefined> {
    return (await this.projections.find(projection))?.checkpoint;
  }

  /** @throws {Fenced} */
  async saveCheckpoint(checkpoint: Checkpoint, owner: Ownership): Promise<void> {
    await this.projections.change(owner, { $set: { checkpoint } });
  }

  async revisions(projection: string, streams: Iterable<string>): Promise<Map<string, number>> {
    const revisions = new Map<string, number>();
    for (const portion of portionsOf(streams)) {
      const ids = portion.map((stream) => idOf(projection, stream));
      const found = await asked(() =>
        this.#revisions
          .find({ _id: { $in: ids } }, { batchSize: ids.length, projection: { projection: 0 } })
          .toArray(),
      );
      for (const { stream, revision } of found) revisions.set(stream, revision);
    }
    return revisions;
  }

  /** A former owner can do no harm here: what it has seen in the log was there. */
  async saveRevisions(projection: string, revisions: ReadonlyMap<string, number>): Promise<void> {
    for (const portion of portionsOf(revisions)) await this.#raise(projection, portion, 1);
  }

  /** @throws {Fenced} */
  async forget(owner: Ownership): Promise<void> {
    await this.projections.change(owner, { $unset: { checkpoint: '' } });
    await asked(() => this.#revisions.deleteMany({ projection: owner.projection }));
  }

  /** Two who raise a revision that is not there yet may both try to create it; the second to come raises it. */
  async #raise(
    projection: string,
    revisions: readonly (readonly [string, number])[],
    attempt: number,
  ): Promise<void> {
    const raises = revisions.map(([stream, revision]) => ({
      updateOne: {
        filter: { _id: idOf(projection, stream) },
        update: { $max: { revision }, $setOnInsert: { projection, stream } },
        upsert: true,
      },
    }));
    try {
      await asked(() => this.#revisions.bulkWrite(raises, { ordered: false }));
    } catch (error) {
      if (!isDuplicateKey(error) || attempt === ATTEMPTS) throw error;
      await this.#raise(projection, revisions, attempt + 1);
    }
  }
}

function idOf(projection: string, stream: string): string {
  return `${projection}/${stream}`;
}
