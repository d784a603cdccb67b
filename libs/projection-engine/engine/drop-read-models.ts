import type { CollectionName, DocumentStore, Ownership } from '#read-models';
import { collectionNames } from '../runner';
import type { Projection } from '../runner';
import { leaseNameOf } from './lease-name';

const LEASE_MS = 60_000;

/** Who drops read models. */
interface Dropping {
  readonly holder: string;
  readonly now: Date;
}

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
  dropping: Dropping,
): Promise<Superseded> {
  const dropped: CollectionName[] = [];
  const inUse: CollectionName[] = [];
  for (const projection of projections) {
    const isOlder = (version: number, active: number) =>
      version < active && version !== projection.version;
    for (const [version, collections] of await versionsOf(store, projection, isOlder)) {
      const owner = await acquired(store, { name: projection.name, version }, dropping);
      if (owner === undefined) {
        inUse.push(...collections);
        continue;
      }
      await dropOwned(store, owner, collections);
      dropped.push(...collections);
    }
  }
  return { dropped, inUse };
}

/**
 * Drops the read models in all their versions, and nothing else that is kept beside them. Where a program keeps one of them
 * up to date, all stay.
 *
 * @returns what is in use, and so was the reason to drop nothing
 */
export async function dropReadModels(
  store: DocumentStore,
  projections: readonly Projection[],
  dropping: Dropping,
): Promise<Superseded> {
  const owned: { readonly owner: Ownership; readonly collections: readonly CollectionName[] }[] =
    [];
  const inUse: CollectionName[] = [];
  for (const projection of projections) {
    for (const [version, collections] of await versionsOf(store, projection)) {
      const owner = await acquired(store, { name: projection.name, version }, dropping);
      if (owner === undefined) inUse.push(...collections);
      else owned.push({ owner, collections });
    }
  }
  const dropped: CollectionName[] = [];
  for (const { owner, collections } of owned) {
    if (inUse.length > 0) {
      await store.lease.release(owner);
      continue;
    }
    await store.alias.remove(collections.map(({ name }) => name));
    await dropOwned(store, owner, collections);
    dropped.push(...collections);
  }
  return { dropped, inUse };
}

function acquired(
  store: DocumentStore,
  version: Pick<Projection, 'name' | 'version'>,
  { holder, now }: Dropping,
): Promise<Ownership | undefined> {
  const terms = { ttlMs: LEASE_MS, now: now.getTime() };
  return store.lease.acquire({ projection: leaseNameOf(version), holder, ...terms });
}

async function dropOwned(
  store: DocumentStore,
  owner: Ownership,
  collections: readonly CollectionName[],
): Promise<void> {
  await store.forget(owner);
  for (const collection of collections) await store.drop(collection);
  await store.lease.release(owner);
}

/** @param isMeant told which version readers see, 0 where they see none */
async function versionsOf(
  store: DocumentStore,
  projection: Projection,
  isMeant: (version: number, active: number) => boolean = () => true,
): Promise<ReadonlyMap<number, readonly CollectionName[]>> {
  const meant: CollectionName[] = [];
  for (const name of namesOf(projection)) {
    const active = (await store.alias.get(name)) ?? 0;
    for (const version of await store.versions(name)) {
      if (isMeant(version, active)) meant.push({ name, version });
    }
  }
  return Map.groupBy(meant, ({ version }) => version);
}

function namesOf(projection: Projection): ReadonlySet<string> {
  const { forLogsAfar = projection } = projection;
  return new Set([projection, forLogsAfar].flatMap(collectionNames));
}
