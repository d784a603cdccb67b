import { ancestorsAt } from '../organisation/ancestors';
import { organisationKindAt } from '../organisation/organisation.state';
import type { DecisionContext } from './context';
import { firstRefusal, requireOrganisation, requireThat } from './requirements';
import type { Requirement } from './requirements';
import type { OrganisationId, DecidingBodies } from '#vocabulary';

type Tree = Pick<DecisionContext, 'organisation' | 'effectiveAt' | 'actor'>;

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

export type TreeOfNow = Pick<DecisionContext, 'organisation' | 'now' | 'actor'>;

/** Whoever acts does so in a body above the organisation, in the tree of now. */
export function isActingAbove(organisation: OrganisationId, context: TreeOfNow): boolean {
  return ancestorsAt(organisation, context.now, context).includes(context.actor.organisation);
}

/** For what weighs on an organisation or its members: it is said by somebody of a body above, never of its own. */
export function requireActingAbove(organisation: OrganisationId, context: TreeOfNow): Requirement {
  const { actor } = context;
  const may = actor.role === 'OPERATOR' || isActingAbove(organisation, context);
  return requireThat(may, 'DECIDED_BEYOND_AUTHORITY', {
    body: actor.organisation,
    details: { actingFor: actor.organisation, organisations: [organisation] },
  });
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
