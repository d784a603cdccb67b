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

export const LEAVES: CollectionDefinition = {
  name: 'ledger-leaves',
  version: 1,
  indexes: [
    { name: 'index', fields: [{ path: 'index' }] },
    { name: 'first', fields: [{ path: 'first', kind: 'position' }] },
  ],
};

export const NODES: CollectionDefinition = {
  name: 'ledger-nodes',
  version: 1,
  indexes: [{ name: 'index', fields: [{ path: 'level' }, { path: 'index' }] }],
};

export const CHECKPOINTS: CollectionDefinition = {
  name: 'ledger-checkpoints',
  version: 1,
  indexes: [{ name: 'size', fields: [{ path: 'size' }] }],
};
