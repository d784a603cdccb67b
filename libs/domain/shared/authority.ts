import { ancestorsAt } from '../organisation';
import type { DecisionContext } from './context';
import { firstRefusal, requireOrganisation, requireThat } from './requirements';
import type { Requirement } from './requirements';
import type { OrganisationId } from './vocabulary';

type Tree = Pick<DecisionContext, 'organisation' | 'effectiveAt'>;

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
    requireThat(holds, 'DECIDED_BEYOND_AUTHORITY', {
      field: 'decidedBy',
      details: { decidedBy, organisations: over },
    }),
  );
}
