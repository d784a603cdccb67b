import type { CollectionName, DocumentStore } from '#read-models';
import { collectionNames } from '../runner';
import type { Projection } from '../runner';
import { leaseNameOf } from './lease-name';

const LEASE_MS = 60_000;

export interface Superseded {
  readonly dropped: readonly CollectionName[];
  /** Superseded versions that programs of an older release still keep up to date. */
  readonly inUse: readonly CollectionName[];
}

/**
 * Drops superseded read models: versions older than the one that readers see. The checkpoint is
 * dropped first, so that a program of that version would rebuild them rather than continue with
 * missing documents.
 */
export async function dropSuperseded(
  store: DocumentStore,
  projections: readonly Projection[],
  { holder, now }: { readonly holder: string; readonly now: Date },
): Promise<Superseded> {
  const dropped: CollectionName[] = [];
  const inUse: CollectionName[] = [];
  for (const projection of projections) {
    for (const [version, collections] of await olderVersions(store, projection)) {
      const name = leaseNameOf({ name: projection.name, version });
      const terms = { ttlMs: LEASE_MS, now: now.getTime() };
      const owner = await store.lease.acquire({ projection: name, holder, ...terms });
      if (owner === undefined) {
        inUse.push(...collections);
        continue;
      }
      await store.forget(owner);
      for (const collection of collections) await store.drop(collection);
      await store.lease.release(owner);
      dropped.push(...collections);
    }
  }
  return { dropped, inUse };
}

async function olderVersions(
  store: DocumentStore,
  projection: Projection,
): Promise<ReadonlyMap<number, readonly CollectionName[]>> {
  const older: CollectionName[] = [];
  const { forLogsAfar = projection } = projection;
  const names = [projection, forLogsAfar].flatMap(collectionNames);
  for (const name of new Set(names)) {
    const active = (await store.alias.get(name)) ?? 0;
    for (const version of await store.versions(name)) {
      if (version < active && version !== projection.version) older.push({ name, version });
    }
  }
  return Map.groupBy(older, ({ version }) => version);
}
