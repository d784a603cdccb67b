import type { CollectionDefinition } from '#read-models';

/** Neighbouring hashes of one level, up to 256 of them. */
export interface TileDocument {
  readonly level: number;
  readonly index: number;
  /** In base64, one after the other. */
  readonly hashes: string;
}

/** A tile of leaves, and where their events are. */
export interface LeavesDocument extends TileDocument {
  /** Of the first leaf. */
  readonly first: string;
  /** In base64, eight bytes each. */
  readonly positions: string;
}

export interface CheckpointDocument {
  readonly size: number;
  readonly note: string;
}

/** What a tree follows, as it was signed. */
export interface TreeDocument {
  readonly tree: number;
  /** Where it is not known to be recorded. */
  readonly accepting?: string;
  readonly accepted?: string;
}

export function treesOf(name: string): CollectionDefinition {
  return {
    name: `${name}-trees`,
    version: 1,
    indexes: [{ name: 'tree', fields: [{ path: 'tree' }] }],
  };
}

/** Of one tree: what another one follows stays. */
export function collectionsOf(
  ledger: string,
  tree: number,
): Record<'leaves' | 'nodes' | 'checkpoints', CollectionDefinition> {
  const name = tree === 1 ? ledger : `${ledger}-${tree}`;
  return {
    leaves: {
      name: `${name}-leaves`,
      version: 1,
      indexes: [
        { name: 'index', fields: [{ path: 'index' }] },
        { name: 'first', fields: [{ path: 'first', kind: 'position' }] },
      ],
    },
    nodes: {
      name: `${name}-nodes`,
      version: 1,
      indexes: [{ name: 'index', fields: [{ path: 'level' }, { path: 'index' }] }],
    },
    checkpoints: {
      name: `${name}-checkpoints`,
      version: 1,
      indexes: [{ name: 'size', fields: [{ path: 'size' }] }],
    },
  };
}
