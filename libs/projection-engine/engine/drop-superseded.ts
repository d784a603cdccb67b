import type { CollectionName, DocumentStore } from '#read-models';
import type { Projection } from '../runner';
import { leaseNameOf } from './lease-name';

const LEASE_MS = 60_000;

export interface Superseded {
  readonly dropped: readonly CollectionName[];
  /** Programs of an older version keep them up to date still. */
  readonly inUse: readonly CollectionName[];
}

/**
 * Drops what an upgrade left behind: read models in versions older than the one that readers see. The checkpoint goes
 * first, so that a program of that version would build them anew, rather than go on where documents are missing.
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
  { collections, version: own }: Projection,
): Promise<ReadonlyMap<number, readonly CollectionName[]>> {
  const older: CollectionName[] = [];
  for (const { name } of collections) {
    const active = (await store.alias.get(name)) ?? 0;
    for (const version of await store.versions(name)) {
      if (version < active && version !== own) older.push({ name, version });
    }
  }
  return Map.groupBy(older, ({ version }) => version);
}
