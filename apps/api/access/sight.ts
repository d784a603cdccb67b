import { sightOf } from '#access';
import type { Area } from '#access';
import type { Actor } from '#vocabulary';
import type { ReadModelsOfNow } from '../queries/shared/read-models-of-now';
import type { RequestLoaders } from '../queries/shared/request-loaders';
import type { KnownReaches } from './known-reaches';
import { NoScope, ScopeOfOrganisation, WholeScope } from './scope';
import type { Scope } from './scope';
import { TreeOfNow } from './tree-of-now';

/** What the actor of one request sees, area by area. */
export class Sight {
  private readonly tree: TreeOfNow;
  /** All there is: for what is about the actor, wherever it is. */
  readonly whole: Scope;
  private readonly own: Scope;
  private readonly nothing: Scope = new NoScope();

  constructor(
    private readonly actor: Actor,
    readModels: ReadModelsOfNow,
    loaders: RequestLoaders,
    known: KnownReaches,
  ) {
    this.tree = new TreeOfNow(readModels, loaders, known);
    this.whole = new WholeScope(this.tree);
    this.own = new ScopeOfOrganisation(this.tree, actor.organisation);
  }

  /** A role held in an organisation that has ended gives nothing any more. */
  async isOver(): Promise<boolean> {
    return (
      sightOf(this.actor.role, 'HISTORY') === 'SCOPE' && this.tree.hasEnded(this.actor.organisation)
    );
  }

  /** The scope of the actor's role. */
  of(area: Area): Scope {
    const sight = sightOf(this.actor.role, area);
    if (sight === 'ALL') return this.whole;
    return sight === 'SCOPE' ? this.own : this.nothing;
  }

  /** Whether persons are seen at all: programs that follow recognitions see none. */
  get seesPersons(): boolean {
    return sightOf(this.actor.role, 'MEMBERS') !== 'NONE';
  }

  /** Whether roles that were given to others are seen: by who may give them. */
  get seesGrantsOfOthers(): boolean {
    return sightOf(this.actor.role, 'GRANTS') !== 'OWN';
  }

  /** Whether one organisation is another one, or below it, in the tree of now; whatever is seen of either. */
  isAtOrBelow(organisation: string, root: string): Promise<boolean> {
    return this.tree.isAtOrBelow(organisation, root);
  }

  /** Whether webhooks of others are seen. */
  get seesWebhooksOfOthers(): boolean {
    return sightOf(this.actor.role, 'WEBHOOKS') === 'ALL';
  }

  /** Whether what concerns these organisations is seen. */
  async sees(area: Area, organisations: readonly string[]): Promise<boolean> {
    const scope = this.of(area);
    if (scope.isWhole) return true;
    // What concerns nobody belongs to the register.
    if (organisations.length === 0) return sightOf(this.actor.role, area) !== 'NONE';
    const seen = await Promise.all(organisations.map((one) => scope.has(one)));
    return seen.includes(true);
  }
}
