import { PROCESS_ROLE, compareInstants } from '#vocabulary';
import type { Actor, Instant, MemberId, OrganisationId } from '#vocabulary';
import { parentAt } from '../organisation/organisation.state';
import type { OrganisationState } from '../organisation/organisation.state';
import type { DecisionContext } from './context';

export type TreeOfNow = Pick<DecisionContext, 'organisation' | 'now' | 'actor' | 'enteredBy'>;

type Tree = Pick<TreeOfNow, 'organisation' | 'now'>;

/** Where a body stands towards an organisation, in the tree of now. */
export type Position = 'ITSELF' | 'ABOVE' | 'ELSEWHERE';

/**
 * One that was merged is where its successor is, any other that ended is where it was last (access.md, section 2).
 * A body that has ended stands nowhere any more.
 */
export function positionOf(body: OrganisationId, over: OrganisationId, tree: Tree): Position {
  if (hasEnded(tree.organisation(body), tree.now)) return 'ELSEWHERE';
  const own = carriedOnBy(over, tree.now, tree);
  if (body === own) return 'ITSELF';
  return superiorsOf(own, tree).includes(body) ? 'ABOVE' : 'ELSEWHERE';
}

/** The bodies above an organisation now, nearest first; those that were merged are their successors. */
export function superiorsOf(organisation: OrganisationId, tree: Tree): readonly OrganisationId[] {
  const above: OrganisationId[] = [];
  let current = organisation;
  for (;;) {
    const parent = parentAt(tree.organisation(current), tree.now);
    if (parent === undefined) return above;
    current = carriedOnBy(parent, tree.now, tree);
    if (current === organisation || above.includes(current)) return above;
    above.push(current);
  }
}

/** The organisation itself or, once it was merged, the one that carries on. */
export function carriedOnBy(
  organisation: OrganisationId,
  at: Instant,
  registers: Pick<DecisionContext, 'organisation'>,
): OrganisationId {
  const passed = new Set<OrganisationId>();
  let current = organisation;
  for (;;) {
    const state = registers.organisation(current);
    const successor = state?.status === 'ESTABLISHED' ? state.mergedInto : undefined;
    if (successor === undefined || !hasEnded(state, at) || passed.has(successor)) return current;
    passed.add(current);
    current = successor;
  }
}

function hasEnded(state: OrganisationState | undefined, at: Instant): boolean {
  if (state?.status !== 'ESTABLISHED' || state.endedAt === undefined) return false;
  return compareInstants(state.endedAt, at) <= 0;
}

/** What a command is about, as far as it matters who may give it. */
export interface About {
  /** None: nothing is known of it, or it belongs to no organisation. */
  readonly organisations: readonly OrganisationId[];
  /** The one whose it is, where bodies elsewhere may decide about it, too: whoever does not see it does not enter it. */
  readonly attributedTo?: OrganisationId;
  /** The person on whom it weighs. */
  readonly member?: MemberId;
  /** The first of the organisations opened the matter itself, about its own, and no body above has taken it up. */
  readonly isOwnMatter?: boolean;
}

/** Where those who give a command have to stand (handbook, section 12). */
export interface Standing {
  /** For the reference: "who acts …". */
  readonly words: string;
  holds(who: Actor, about: About, tree: Tree): boolean;
}

const isAt = (who: Actor, over: OrganisationId, tree: Tree): boolean =>
  positionOf(who.organisation, over, tree) === 'ITSELF';
const isAbove = (who: Actor, over: OrganisationId, tree: Tree): boolean =>
  positionOf(who.organisation, over, tree) === 'ABOVE';
const isAtOrAbove = (who: Actor, over: OrganisationId, tree: Tree): boolean =>
  positionOf(who.organisation, over, tree) !== 'ELSEWHERE';
const isOneself = (who: Actor, { member }: About): boolean => who.id === member;

export const AT_OR_ABOVE: Standing = {
  words: 'in the organisation, or in a body above it',
  holds: (who, { organisations }, tree) => organisations.some((one) => isAtOrAbove(who, one, tree)),
};

/** For what weighs on a person, and is not his or her own answer to it. */
export const AT_OR_ABOVE_ANOTHER: Standing = {
  words: 'in the organisation, or in a body above it; never the person it is about',
  holds: (who, about, tree) => !isOneself(who, about) && AT_OR_ABOVE.holds(who, about, tree),
};

export const ABOVE: Standing = {
  words: 'in a body above the organisation; never the person it is about',
  holds: (who, about, tree) =>
    !isOneself(who, about) && about.organisations.some((one) => isAbove(who, one, tree)),
};

export const ABOVE_EACH: Standing = {
  words: 'in a body above each of the organisations',
  holds: (who, { organisations }, tree) => organisations.every((one) => isAbove(who, one, tree)),
};

/** For a transfer: of the organisation that is left, or joined, or a body above both. */
export const AT_EITHER_OR_ABOVE_BOTH: Standing = {
  words: 'in one of the two organisations, or in a body above both',
  holds: (who, { organisations }, tree) =>
    organisations.some((one) => isAt(who, one, tree)) ||
    organisations.every((one) => isAbove(who, one, tree)),
};

/** Nobody settles what weighs against him: an organisation settles what it opened itself about its own, while no body above has taken it up. */
export const SETTLING: Standing = {
  words:
    'in a body above the organisation; in the organisation itself what it opened itself about one of its own, while no body above inspects it; never the person it is about',
  holds: (who, about, tree) =>
    ABOVE.holds(who, about, tree) ||
    (!isOneself(who, about) &&
      about.isOwnMatter === true &&
      about.organisations.slice(0, 1).some((one) => isAt(who, one, tree))),
};

/** Operators enter what others did, processes record what time brought: neither acts for itself. */
export function standsOutside({ role }: Actor): boolean {
  return role === 'OPERATOR' || role === PROCESS_ROLE;
}

/** Everybody of whom a command has to be right: whoever enters it, and the one for whom it is entered. */
export function behindCommand({
  actor,
  enteredBy,
}: Pick<TreeOfNow, 'actor' | 'enteredBy'>): readonly Actor[] {
  if (standsOutside(enteredBy)) return [];
  return actor === enteredBy ? [actor] : [enteredBy, actor];
}
