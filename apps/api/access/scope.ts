import type { TreeOfNow } from './tree-of-now';

/** Which organisations a list may show. */
export type Reach = 'EVERYTHING' | ReadonlySet<string>;

const NOTHING: ReadonlySet<string> = new Set();

/** The organisations of which somebody sees an area: all, or one with those below it in the tree of now. */
export interface Scope {
  readonly isWhole: boolean;
  has(organisation: string): Promise<boolean>;
  /** What of the scope lies under an organisation; all of it without one. */
  reach(under?: string, atLeast?: string): Promise<Reach>;
}

/** All there is. */
export class WholeScope implements Scope {
  readonly isWhole = true;

  constructor(private readonly tree: TreeOfNow) {}

  has(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async reach(under?: string, atLeast?: string): Promise<Reach> {
    return under === undefined ? 'EVERYTHING' : this.tree.atOrBelow(under, atLeast);
  }
}

/** Of a role held in an organisation: that organisation and all below it. */
export class ScopeOfOrganisation implements Scope {
  readonly isWhole = false;

  constructor(
    private readonly tree: TreeOfNow,
    private readonly root: string,
  ) {}

  async has(organisation: string): Promise<boolean> {
    return (await this.tree.isAtOrBelow(organisation, this.root)) && this.tree.exists(this.root);
  }

  async reach(under?: string, atLeast?: string): Promise<Reach> {
    if (!(await this.tree.exists(this.root))) return NOTHING;
    if (under === undefined || (await this.tree.isAtOrBelow(this.root, under))) {
      return this.tree.atOrBelow(this.root, atLeast);
    }
    const isInside = await this.tree.isAtOrBelow(under, this.root);
    return isInside ? this.tree.atOrBelow(under, atLeast) : NOTHING;
  }
}

export class NoScope implements Scope {
  readonly isWhole = false;

  has(): Promise<boolean> {
    return Promise.resolve(false);
  }

  reach(): Promise<Reach> {
    return Promise.resolve(NOTHING);
  }
}
