import type { DecisionContext } from '../shared/context';
import type { Instant, OrganisationId } from '#vocabulary';
import { parentAt } from './organisation.state';

/** The organisations above one, nearest first, as the tree stood at that time. */
export function ancestorsAt(
  organisation: OrganisationId,
  at: Instant,
  context: Pick<DecisionContext, 'organisation'>,
): readonly OrganisationId[] {
  const ancestors: OrganisationId[] = [];
  let parent = parentAt(context.organisation(organisation), at);
  while (parent !== undefined && parent !== organisation && !ancestors.includes(parent)) {
    ancestors.push(parent);
    parent = parentAt(context.organisation(parent), at);
  }
  return ancestors;
}

export function isAtOrBelow(
  organisation: OrganisationId,
  ancestor: OrganisationId,
  at: Instant,
  context: Pick<DecisionContext, 'organisation'>,
): boolean {
  return organisation === ancestor || ancestorsAt(organisation, at, context).includes(ancestor);
}
