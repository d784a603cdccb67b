import { ancestorsAt } from '../organisation/ancestors';
import { organisationKindAt } from '../organisation/organisation.state';
import type { DecisionContext } from './context';
import type { Authority } from './command';
import { refused } from './decision';
import type { Decision } from './decision';
import { refusal } from './refusal';
import type { Refusal } from './refusal';
import { firstRefusal, requireOrganisation, requireThat } from './requirements';
import type { Requirement } from './requirements';
import { behindCommand, positionOf, standsOutside } from './standing';
import type { About, TreeOfNow } from './standing';
import { isRole, KINDS_WITH_ROLE } from '#vocabulary';
import type { Actor, DecidingBodies, OrganisationId, Role } from '#vocabulary';

type Tree = TreeOfNow & Pick<DecisionContext, 'effectiveAt'>;

/** A command on its way to be decided. */
interface Given<Recorded> {
  readonly authority: Authority;
  readonly about: () => About;
  /** Whether it says itself which organisation it is about: organisations are known to everybody. */
  readonly names: (organisations: readonly OrganisationId[]) => boolean;
  readonly decide: () => Decision<Recorded>;
  /** As if nothing had been recorded yet of what it is about. */
  readonly decideOfUnknown: () => Decision<Recorded>;
}

/**
 * Decides the command, if everybody behind it stands where its authority says. Of what is not recorded nobody is told
 * who might decide about it: the decider's own answer goes first. What lies outside the scope of whoever enters it does
 * not exist for him (access.md, sections 3 and 4).
 */
export function withinAuthority<Recorded>(
  { authority, about, names, decide, decideOfUnknown }: Given<Recorded>,
  context: DecisionContext,
): Decision<Recorded> {
  const entering = requireMayActFor(authority, context);
  if (entering !== undefined) return refused(entering);
  const behind = behindCommand(context);
  if (behind.length === 0) return decide();
  const subject = about();
  const { organisations, attributedTo } = subject;
  const obstacle = refusal('DECIDED_BEYOND_AUTHORITY', beyondAuthority(organisations, context));
  if (attributedTo !== undefined && isOutOfScope([attributedTo], context)) {
    const decision = decideOfUnknown();
    return outOfScope(decision.kind === 'refused' ? decision.refusal : obstacle);
  }
  const stands = behind.every(
    (who) => holdsRole(who, context) && authority.standing.holds(who, subject, context),
  );
  if (stands) return decide();
  const areKnown = organisations.every((id) => context.organisation(id)?.status === 'ESTABLISHED');
  if (areKnown && isOutOfScope(organisations, context)) {
    const decision = names(organisations) ? refused(obstacle) : decideOfUnknown();
    return outOfScope(decision.kind === 'refused' ? decision.refusal : obstacle);
  }
  if (areKnown && organisations.length > 0) return refused(obstacle);
  const decision = decide();
  return decision.kind === 'refused' ? decision : refused(obstacle);
}

function outOfScope(refusal: Refusal): Decision<never> {
  return refused({ ...refusal, isOutOfScope: true });
}

/** Whether all these lie outside the scope of whoever enters the command: where the role is held, and all below it. */
export function isOutOfScope(organisations: readonly OrganisationId[], tree: TreeOfNow): boolean {
  if (standsOutside(tree.enteredBy) || organisations.length === 0) return false;
  const { organisation } = tree.enteredBy;
  return organisations.every((one) => positionOf(organisation, one, tree) === 'ELSEWHERE');
}

/**
 * A command is given for somebody of one's scope who could have given it; by an operator for anybody. Nobody becomes
 * an operator, or takes a role that there is not, by saying so (access.md, section 4).
 */
export function requireMayActFor(
  { roles }: Pick<Authority, 'roles'>,
  context: TreeOfNow,
): Requirement {
  const { actor, enteredBy } = context;
  if (actor === enteredBy) return undefined;
  return requireThat(mayActFor(actor, enteredBy, roles, context), 'ACTING_FOR_BEYOND_SCOPE', {
    field: 'onBehalfOf',
    body: actor.organisation,
    role: actor.role,
    details: {
      onBehalfOf: actor.organisation,
      role: actor.role,
      actingFor: enteredBy.organisation,
    },
  });
}

function mayActFor(
  { role, organisation }: Actor,
  enteredBy: Actor,
  roles: readonly Role[],
  tree: TreeOfNow,
): boolean {
  if (!isRole(role)) return false;
  if (standsOutside(enteredBy)) return true;
  const isInScope = positionOf(enteredBy.organisation, organisation, tree) !== 'ELSEWHERE';
  return role !== 'OPERATOR' && roles.includes(role) && isInScope;
}

/** A cell has no standing board: a token that says otherwise gives nothing. */
function holdsRole({ role, organisation }: Actor, tree: TreeOfNow): boolean {
  const kind = organisationKindAt(tree.organisation(organisation), tree.now);
  return isRole(role) && (kind === undefined || KINDS_WITH_ROLE[role].includes(kind));
}

function beyondAuthority(organisations: readonly OrganisationId[], { actor }: TreeOfNow) {
  const body = actor.organisation;
  return { body, details: { actingFor: body, organisations } };
}

/**
 * By the bodies that the framework names; where it is silent, by the direct superior (handbook, section 12). An
 * operator enters decisions of any superior: older ones were made by other rules.
 */
export function requireDecidingBody(
  bodies: DecidingBodies | undefined,
  decidedBy: OrganisationId,
  over: OrganisationId,
  context: Tree,
): Requirement {
  const isSilent = bodies === undefined && !standsOutside(context.enteredBy);
  return requireAuthorityOf(isSilent ? DIRECTLY : bodies, decidedBy, over, context);
}

const DIRECTLY: DecidingBodies = { distance: 'DIRECT_SUPERIOR' };

/** The bodies named by the framework; whatever it leaves open is for any superior. */
export function requireAuthorityOf(
  bodies: DecidingBodies | undefined,
  decidedBy: OrganisationId,
  over: OrganisationId,
  context: Tree,
): Requirement {
  const body = context.organisation(decidedBy);
  const kind = organisationKindAt(body, context.effectiveAt);
  const level = body?.status === 'ESTABLISHED' ? body.level : undefined;
  const ancestors = ancestorsAt(over, context.effectiveAt, context);
  const holds =
    isOneOf(kind, bodies?.kinds) &&
    isOneOf(level, bodies?.levels) &&
    (bodies?.distance !== 'DIRECT_SUPERIOR' || ancestors[0] === decidedBy) &&
    (bodies?.distance !== 'ANY_SUPERIOR' || ancestors.includes(decidedBy));
  return requireThat(holds, 'DECIDED_BEYOND_AUTHORITY', {
    field: 'decidedBy',
    body: decidedBy,
    details: { decidedBy, organisations: [over], ...bodies },
  });
}

function isOneOf<Word>(word: Word | undefined, words: readonly Word[] | undefined): boolean {
  return words === undefined || (word !== undefined && words.includes(word));
}

/** Who decides for a body acts in it; an operator enters the decisions of all. */
export function requireActingFor(
  body: OrganisationId,
  { actor }: Pick<DecisionContext, 'actor'>,
  field = 'decidedBy',
): Requirement {
  const acts = actor.role === 'OPERATOR' || actor.organisation === body;
  return requireThat(acts, 'DECIDED_BEYOND_AUTHORITY', {
    field,
    body,
    details: { [field]: body, actingFor: actor.organisation },
  });
}

/** Whoever is behind a command acts in a body above the organisation, in the tree of now. */
export function isActingAbove(organisation: OrganisationId, context: TreeOfNow): boolean {
  return behindCommand(context).every(
    (who) => positionOf(who.organisation, organisation, context) === 'ABOVE',
  );
}

/** For what weighs on an organisation or its members: it is said by somebody of a body above, never of its own. */
export function requireActingAbove(organisation: OrganisationId, context: TreeOfNow): Requirement {
  return requireThat(
    isActingAbove(organisation, context),
    'DECIDED_BEYOND_AUTHORITY',
    beyondAuthority([organisation], context),
  );
}

/** The deciding body existed then, and stood above one of those decided about. */
export function requireAuthority(
  decidedBy: OrganisationId,
  over: readonly OrganisationId[],
  context: Tree,
): Requirement {
  const above = over.some((organisation) =>
    ancestorsAt(organisation, context.effectiveAt, context).includes(decidedBy),
  );
  return requireAuthorityIf(above, decidedBy, over, context);
}

/** As above, or the deciding body decides about its own. */
export function requireAuthorityOrItself(
  decidedBy: OrganisationId,
  over: readonly OrganisationId[],
  context: Tree,
): Requirement {
  return over.includes(decidedBy)
    ? requireAuthorityIf(true, decidedBy, over, context)
    : requireAuthority(decidedBy, over, context);
}

function requireAuthorityIf(
  holds: boolean,
  decidedBy: OrganisationId,
  over: readonly OrganisationId[],
  context: Tree,
): Requirement {
  return firstRefusal(
    requireOrganisation(decidedBy, context, 'decidedBy'),
    requireActingFor(decidedBy, context),
    requireThat(holds, 'DECIDED_BEYOND_AUTHORITY', {
      field: 'decidedBy',
      body: decidedBy,
      details: { decidedBy, organisations: over },
    }),
  );
}
