import type { AuthoritySubject, OrganisationId } from '#vocabulary';
import { requireDecidingBody } from './authority';
import type { DecisionContext } from './context';
import { bodyBehind } from './handlers';
import { frameworkPledged } from './programme';
import type { Requirement } from './requirements';

/**
 * What an organisation proposed of itself is confirmed by the body that its framework names; where it is silent, by
 * the direct superior (handbook, section 12). An operator confirms for those who do.
 */
export function requireConfirming(
  subject: AuthoritySubject,
  { organisation, year }: { readonly organisation: OrganisationId; readonly year: number },
  context: DecisionContext,
): Requirement {
  const body = bodyBehind(context);
  if (body === undefined) return undefined;
  const authority = frameworkPledged(organisation, year, context)?.parameters.authority;
  return requireDecidingBody(authority?.[subject], body, organisation, context);
}
