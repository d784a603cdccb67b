import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OWNER_ONLY_FOLDER, writeWhole } from '#owner-files';

const TREES = 'trees';
const ACCEPTING = 'accepting';
const ACCEPTED = 'accepted';

/**
 * The trees of a ledger, in its folder: the first one in the folder itself, those that followed in `trees/<n>`. Beside each
 * of these is, signed by its key, what it follows: `accepting` until that is recorded, then `accepted`.
 */
export class TreesOnDisk {
  constructor(private readonly folder: string) {}

  folderOf(tree: number): string {
    return tree === 1 ? this.folder : join(this.folder, TREES, String(tree));
  }

  /** The highest there is. */
  get last(): number {
    let tree = 1;
    while (this.accepted(tree + 1) !== undefined) tree += 1;
    return tree;
  }

  /** What a tree follows, as it was signed; nothing for the first one, and for one that there is not. */
  accepted(tree: number): string | undefined {
    return this.read(tree, ACCEPTED);
  }

  /** The same, where it is not known to be recorded. */
  accepting(tree: number): string | undefined {
    return this.read(tree, ACCEPTING);
  }

  /** Durable when it returns. */
  accept(tree: number, note: string): void {
    mkdirSync(this.folderOf(tree), { recursive: true, mode: OWNER_ONLY_FOLDER });
    writeWhole(this.path(tree, ACCEPTING), note);
  }

  /** It is recorded: the tree is the present one. */
  follow(tree: number, note: string): void {
    writeWhole(this.path(tree, ACCEPTED), note);
    rmSync(this.path(tree, ACCEPTING), { force: true });
  }

  private read(tree: number, name: string): string | undefined {
    const path = this.path(tree, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  private path(tree: number, name: string): string {
    return join(this.folderOf(tree), name);
  }
}
