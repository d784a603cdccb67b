import { Injectable } from '@nestjs/common';
import type { DocumentCollection } from '#read-models';
import { currentMoment } from '../../as-of/moment';
import { ReadModelsOfNow } from './read-models-of-now';
import type { Reading } from './read-models-of-now';

/** The documents that queries answer from: as they are now, or were at the moment that is asked about. */
@Injectable()
export class ReadModels {
  constructor(private readonly now: ReadModelsOfNow) {}

  /** A collection of a read model that was read before. */
  collection<D extends object>(name: string): Promise<DocumentCollection<D>> {
    return (currentMoment() ?? this.now).collection<D>(name);
  }

  /**
   * @param atLeast the position that must be counted; a moment was waited for already
   * @throws ApiError as {@link ReadModelsOfNow.read}, and `AS_OF_NOT_TOLD`
   */
  async read<D extends object>(
    projection: string,
    collection: string,
    atLeast?: string,
  ): Promise<Reading<D>> {
    const moment = currentMoment();
    if (moment === undefined) return this.now.read<D>(projection, collection, atLeast);
    const { position } = moment;
    return { collection: await moment.collection<D>(collection), projectedThrough: position };
  }
}

/** Documents by id; what does not exist, or no more, is absent. */
export async function loadedBodies<D extends object>(
  collection: DocumentCollection<D>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, D>> {
  const loaded = await collection.load(ids);
  const bodies = new Map<string, D>();
  for (const [id, { body }] of loaded) if (body !== 'deleted') bodies.set(id, body);
  return bodies;
}

export async function loadedBody<D extends object>(
  collection: DocumentCollection<D>,
  id: string,
): Promise<D | undefined> {
  return (await loadedBodies(collection, [id])).get(id);
}
