import type { Checkpoint, Ownership } from '../document-store.port';
import type { Projections } from './projections';

/** Checkpoints, each beside the lease of its projection. */
export class Progress {
  constructor(private readonly projections: Projections) {}

  async checkpoint(projection: string): Promise<Checkpoint | undefined> {
    return (await this.projections.find(projection))?.checkpoint;
  }

  /** @throws {Fenced} */
  async saveCheckpoint(checkpoint: Checkpoint, owner: Ownership): Promise<void> {
    await this.projections.change(owner, { $set: { checkpoint } });
  }

  /** @throws {Fenced} */
  async forget(owner: Ownership): Promise<void> {
    await this.projections.change(owner, { $unset: { checkpoint: '' } });
  }
}
