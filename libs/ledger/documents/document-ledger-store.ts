import type { Position } from '#event-log';
import { everyDocument, openedOnce } from '#read-models';
import type { DocumentStore, Query } from '#read-models';
import { HASH_BYTES } from '../hashing';
import { LedgerFollowed } from '../store';
import type { KeptCheckpoint, LedgerStore, PlacedLeaf } from '../store';
import { TILE_WIDTH, TileHashes } from '../tree';
import type { Subtree } from '../tree';
import { collectionsOf } from './collections';
import type { CheckpointDocument, LeavesDocument, TileDocument } from './collections';
import { KeptDocuments } from './kept-documents';
import type { Turns } from './turns';
import { placesOf, withPlaces } from './placed-leaves';
import { bytesOf, StoredTiles, tileId } from './stored-tiles';

interface DocumentLedgerOptions {
  /** Closed by whoever opened them. */
  readonly documents: DocumentStore;
  readonly turns: Turns;
  /** Of its collections. */
  readonly name: string;
  /** Its number. */
  readonly tree: number;
  /** Whether another tree has followed it. */
  readonly isFollowed: () => Promise<boolean>;
}

/**
 * A tree of a ledger in a store of documents, in collections that no rebuild touches: every process reads, one at a time
 * writes. Leaves are in documents of one tile each, which fill one after the other.
 */
export class DocumentLedgerStore implements LedgerStore {
  private readonly open = openedOnce(() => this.collections());

  constructor(private readonly options: DocumentLedgerOptions) {}

  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const { turns, tree, isFollowed } = this.options;
    return turns.exclusively(async () => {
      if (await isFollowed()) throw new LedgerFollowed(tree);
      return work();
    });
  }

  async size(): Promise<number> {
    const { leaves } = await this.open();
    const last = await leaves.last('index');
    return last === undefined ? 0 : last.index * TILE_WIDTH + bytesOf(last).length / HASH_BYTES;
  }

  async append(added: readonly PlacedLeaf[]): Promise<void> {
    const { leaves, tiles } = await this.open();
    const size = await this.size();
    for (let from = 0; from < added.length;) {
      const index = Math.floor((size + from) / TILE_WIDTH);
      const filled = (size + from) % TILE_WIDTH;
      const portion = added.slice(from, from + TILE_WIDTH - filled);
      const id = tileId({ level: 0, index });
      const before = filled === 0 ? undefined : (await leaves.load([id])).get(id);
      // One after the other: what a crash leaves is a beginning.
      await leaves.keep(id, withPlaces(before, index, portion));
      from += portion.length;
    }
    await tiles.complete(size + added.length);
  }

  async truncate(size: number): Promise<void> {
    const { leaves, tiles } = await this.open();
    await tiles.truncate(size);
    for (let known = await this.size(); known > size; known = await this.size()) {
      const index = Math.floor((known - 1) / TILE_WIDTH);
      const id = tileId({ level: 0, index });
      const before = (await leaves.load([id])).get(id);
      const left = before === undefined ? [] : placesOf(before);
      const kept = left.slice(0, Math.max(0, size - index * TILE_WIDTH));
      await leaves.keep(id, kept.length === 0 ? 'deleted' : withPlaces(undefined, index, kept));
    }
  }

  async leaves(from: number, count: number): Promise<Buffer> {
    const tiles = await this.tilesOf(from, count);
    const start = (from % TILE_WIDTH) * HASH_BYTES;
    return Buffer.concat(tiles.map(bytesOf)).subarray(start, start + count * HASH_BYTES);
  }

  async placed(from: number, count: number): Promise<readonly PlacedLeaf[]> {
    const start = from % TILE_WIDTH;
    return (await this.tilesOf(from, count)).flatMap(placesOf).slice(start, start + count);
  }

  async read(subtrees: readonly Subtree[]): Promise<readonly Uint8Array[]> {
    const { tiles } = await this.open();
    const hashes = new TileHashes(await this.size(), (tile) => tiles.hashes(tile));
    return hashes.read(subtrees);
  }

  async positionOf(index: number): Promise<Position | undefined> {
    const { leaves } = await this.open();
    const id = tileId({ level: 0, index: Math.floor(index / TILE_WIDTH) });
    const document = (await leaves.load([id])).get(id);
    return document === undefined ? undefined : placesOf(document)[index % TILE_WIDTH]?.position;
  }

  async indexOf(position: Position): Promise<number | undefined> {
    const { leaves } = await this.open();
    const { items } = await leaves.collection.find({
      where: {},
      range: { path: 'first', to: { value: position, inclusive: true } },
      order: { index: 'first', direction: 'descending' },
      limit: 1,
    });
    const [found] = items;
    if (found === undefined) return undefined;
    const at = placesOf(found.body).findIndex((leaf) => leaf.position === position);
    return at < 0 ? undefined : found.body.index * TILE_WIDTH + at;
  }

  async latestCheckpoint(): Promise<KeptCheckpoint | undefined> {
    return (await this.open()).checkpoints.last('size');
  }

  async firstCheckpoint(from: number): Promise<KeptCheckpoint | undefined> {
    const { collection } = (await this.open()).checkpoints;
    const { items } = await collection.find({ ...checkpointsFrom(from), limit: 1 });
    return items[0]?.body;
  }

  async checkpoints(from: number): Promise<readonly KeptCheckpoint[]> {
    const { collection } = (await this.open()).checkpoints;
    const found: KeptCheckpoint[] = [];
    for await (const kept of everyDocument(collection, checkpointsFrom(from))) found.push(kept);
    return found;
  }

  async keepCheckpoint({ size, note }: KeptCheckpoint): Promise<void> {
    await (await this.open()).checkpoints.keep(String(size), { size, note });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Those that hold leaves from an index on, up to one that there is not. */
  private async tilesOf(from: number, count: number): Promise<readonly LeavesDocument[]> {
    const { leaves } = await this.open();
    const first = Math.floor(from / TILE_WIDTH);
    const tiles = Math.ceil((from + count) / TILE_WIDTH) - first;
    const ids = Array.from({ length: tiles }, (_, at) => tileId({ level: 0, index: first + at }));
    const found = await leaves.load(ids);
    const there: LeavesDocument[] = [];
    for (const id of ids) {
      const document = found.get(id);
      if (document === undefined) break;
      there.push(document);
    }
    return there;
  }

  private async collections(): Promise<Opened> {
    const { documents, turns, name, tree } = this.options;
    const definitions = collectionsOf(name, tree);
    const leaves = await documents.collection<LeavesDocument>(definitions.leaves);
    const nodes = await documents.collection<TileDocument>(definitions.nodes);
    const checkpoints = await documents.collection<CheckpointDocument>(definitions.checkpoints);
    const keptLeaves = new KeptDocuments(leaves, turns);
    return {
      leaves: keptLeaves,
      tiles: new StoredTiles(keptLeaves, new KeptDocuments(nodes, turns)),
      checkpoints: new KeptDocuments(checkpoints, turns),
    };
  }
}

function checkpointsFrom(size: number): Omit<Query, 'limit'> {
  return {
    where: {},
    range: { path: 'size', from: { value: size, inclusive: true } },
    order: { index: 'size', direction: 'ascending' },
  };
}

interface Opened {
  readonly leaves: KeptDocuments<LeavesDocument>;
  readonly tiles: StoredTiles;
  readonly checkpoints: KeptDocuments<CheckpointDocument>;
}
