import { Inject, Injectable } from '@nestjs/common';
import type { DocumentCollection, PostingCollection } from '#read-models';
import type { ProjectedModels } from '#projection-engine';
import { readModelBehind, unavailable } from '../../errors';
import { PROJECTED_MODELS } from '../../injection-tokens';

/** How long a read waits for the read model to pass the position asked for. */
const WAIT_MS = 2_000;

/** A collection to read from, and how far it had come before it was read. */
export interface Reading<D extends object> {
  readonly collection: DocumentCollection<D>;
  readonly projectedThrough: string;
}

/** The documents as they are now, whatever moment is asked about: for what must not depend on that. */
@Injectable()
export class ReadModelsOfNow {
  constructor(@Inject(PROJECTED_MODELS) private readonly models: ProjectedModels) {}

  /** A collection of a read model that was read before. */
  collection<D extends object>(name: string): Promise<DocumentCollection<D>> {
    return this.models.collection<D>(name);
  }

  /**
   * A read model that is being built for the first time is waited for, too.
   *
   * @param atLeast the position that must be counted
   * @throws ApiError `READ_MODEL_BEHIND` when it is not, in time; `UNAVAILABLE` when there is nothing to read yet
   */
  async read<D extends object>(
    projection: string,
    collection: string,
    atLeast?: string,
  ): Promise<Reading<D>> {
    const projectedThrough = await this.through(projection, atLeast);
    return { collection: await this.models.collection<D>(collection), projectedThrough };
  }

  /** Likewise, where a read model points into the log. @throws ApiError as {@link ReadModelsOfNow.read} */
  async readPostings(
    projection: string,
    name: string,
    atLeast?: string,
  ): Promise<{ readonly postings: PostingCollection; readonly projectedThrough: string }> {
    const projectedThrough = await this.through(projection, atLeast);
    return { postings: await this.models.postings(name), projectedThrough };
  }

  private async through(projection: string, atLeast: string | undefined): Promise<string> {
    const isReadable = await this.models.waitFor(projection, BigInt(atLeast ?? 0), WAIT_MS);
    if (!isReadable) {
      throw atLeast === undefined ? unavailable() : readModelBehind(projection, atLeast);
    }
    return (await this.models.through(projection)).toString();
  }
}
