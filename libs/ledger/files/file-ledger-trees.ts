import type { KeptTree, LedgerStore, LedgerTrees } from '../store';
import { FileLedgerStore } from './file-ledger-store';
import { KeptFolder } from './kept-folder';
import { TreesOnDisk } from './trees-on-disk';

/** The trees of a ledger in a folder, which one process keeps. */
export class FileLedgerTrees implements LedgerTrees {
  readonly isShared = false;
  private readonly trees: TreesOnDisk;
  private readonly opened = new Map<number, LedgerStore>();

  constructor(folder: string) {
    this.trees = new TreesOnDisk(folder);
  }

  begin(): Promise<void> {
    return Promise.resolve();
  }

  last(): Promise<number> {
    return Promise.resolve(this.trees.last);
  }

  storeOf(tree: number): LedgerStore {
    const store = this.opened.get(tree) ?? new FileLedgerStore(this.trees.folderOf(tree));
    this.opened.set(tree, store);
    return store;
  }

  read(tree: number): KeptTree {
    return new KeptFolder(this.trees.folderOf(tree));
  }

  accepted(tree: number): Promise<string | undefined> {
    return Promise.resolve(this.trees.accepted(tree));
  }

  accepting(tree: number): Promise<string | undefined> {
    return Promise.resolve(this.trees.accepting(tree));
  }

  accept(tree: number, note: string): Promise<void> {
    this.trees.accept(tree, note);
    return Promise.resolve();
  }

  follow(tree: number, note: string): Promise<void> {
    this.trees.follow(tree, note);
    return Promise.resolve();
  }

  async close(): Promise<void> {
    for (const store of this.opened.values()) await store.close();
  }
}
