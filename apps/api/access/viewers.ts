import { Injectable } from '@nestjs/common';
import type { Actor } from '#vocabulary';
import { ReadModelsOfNow } from '../queries/shared/read-models-of-now';
import { Timelines } from '../queries/shared/timelines';
import { RequestLoaders } from '../queries/shared/request-loaders';
import { KnownReaches } from './known-reaches';
import { Sight } from './sight';

/** Somebody who asks, with what he or she sees and a memory for one answer. */
export interface Viewer {
  readonly actor: Actor;
  /** Why he or she looks, as far as it was said. */
  readonly reason?: string | undefined;
  readonly loaders: RequestLoaders;
  readonly sight: Sight;
}

/** Makes a viewer for each request, and for each message of a feed: what is seen changes with the tree. */
@Injectable()
export class Viewers {
  private readonly reaches = new KnownReaches();

  // Of whatever moment an answer is: what is seen of it is decided by the tree of now.
  constructor(
    private readonly readModels: ReadModelsOfNow,
    private readonly timelines: Timelines,
  ) {}

  of(actor: Actor, reason?: string): Viewer {
    const loaders = new RequestLoaders(this.readModels, () => this.timelines.ofNow());
    const sight = new Sight(actor, this.readModels, loaders, this.reaches);
    return { actor, loaders, sight, ...(reason === undefined ? {} : { reason }) };
  }
}
