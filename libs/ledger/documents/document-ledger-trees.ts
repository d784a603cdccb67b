import { openedOnce } from '#read-models';
import type { DocumentStore } from '#read-models';
import { copyTree } from '../store';
import type { KeptTree, LedgerStore, LedgerTrees } from '../store';
import { treesOf } from './collections';
import type { TreeDocument } from './collections';
import { DocumentLedgerStore } from './document-ledger-store';
import { KeptDocuments } from './kept-documents';
import { Turns } from './turns';
import type { TurnsOptions } from './turns';

export interface DocumentLedgerTreesOptions extends Omit<TurnsOptions, 'documents' | 'lease'> {
  /** Closed with it. */
  readonly documents: DocumentStore;
  /** Of the ledger: its collections and the right to write are called so. */
  readonly name: string;
  /** Where one process kept them alone before: taken over from there where nothing is kept here yet. */
  readonly before?: Pick<LedgerTrees, 'last' | 'read' | 'accepted'>;
}

const FIRST = 1;

/** The trees of a ledger in a store of documents, which several processes keep together. */
export class DocumentLedgerTrees implements LedgerTrees {
  readonly isShared = true;
  private readonly turns: Turns;
  private readonly stores = new Map<number, LedgerStore>();
  private readonly open = openedOnce(async () => {
    const { documents, name } = this.options;
    const collection = await documents.collection<TreeDocument>(treesOf(name));
    return new KeptDocuments(collection, this.turns);
  });

  constructor(private readonly options: DocumentLedgerTreesOptions) {
    this.turns = new Turns({ ...options, lease: options.name });
  }

  async begin(): Promise<void> {
    const { before } = this.options;
    if (before === undefined || (await this.find(FIRST)) !== undefined) return;
    if ((await before.read(FIRST).latestCheckpoint()) === undefined) return;
    await this.turns.exclusively(async () => {
      // Another process may have been quicker.
      if ((await this.find(FIRST)) !== undefined) return;
      const last = await before.last();
      for (let tree = FIRST; tree <= last; tree += 1) {
        await copyTree(before.read(tree), this.storeOf(tree));
        const accepted = await before.accepted(tree);
        if (accepted !== undefined) await this.keep({ tree, accepted });
      }
      // Now all of it is here.
      await this.keep({ tree: FIRST });
    });
  }

  async last(): Promise<number> {
    let tree = FIRST;
    while ((await this.accepted(tree + 1)) !== undefined) tree += 1;
    return tree;
  }

  storeOf(tree: number): LedgerStore {
    const { documents, name } = this.options;
    const { turns } = this;
    const isFollowed = async () => (await this.accepted(tree + 1)) !== undefined;
    const store =
      this.stores.get(tree) ??
      new DocumentLedgerStore({ documents, turns, name, tree, isFollowed });
    this.stores.set(tree, store);
    return store;
  }

  read(tree: number): KeptTree {
    return this.storeOf(tree);
  }

  async accepted(tree: number): Promise<string | undefined> {
    return (await this.find(tree))?.accepted;
  }

  async accepting(tree: number): Promise<string | undefined> {
    return (await this.find(tree))?.accepting;
  }

  async accept(tree: number, note: string): Promise<void> {
    await this.turns.exclusively(() => this.keep({ tree, accepting: note }));
  }

  async follow(tree: number, note: string): Promise<void> {
    await this.turns.exclusively(() => this.keep({ tree, accepted: note }));
  }

  async close(): Promise<void> {
    await this.options.documents.close();
  }

  private async find(tree: number): Promise<TreeDocument | undefined> {
    const id = String(tree);
    return (await (await this.open()).load([id])).get(id);
  }

  /** Whoever comes later changes nothing of what was recorded. */
  private async keep(document: TreeDocument): Promise<void> {
    if ((await this.accepted(document.tree)) !== undefined) return;
    await (await this.open()).keep(String(document.tree), document);
  }
}
