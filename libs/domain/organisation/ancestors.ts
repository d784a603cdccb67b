import type { Instant, OrganisationId } from '#vocabulary';
import { parentAt } from './organisation.state';
import type { OrganisationState } from './organisation.state';

/** Where organisations are looked up; `undefined` means that there is none of this id (yet). */
export interface Organisations {
  organisation(id: OrganisationId): OrganisationState | undefined;
}

/** The organisations above one, nearest first, as the tree stood at that time. */
export function ancestorsAt(
  organisation: OrganisationId,
  at: Instant,
  tree: Organisations,
): readonly OrganisationId[] {
  const ancestors: OrganisationId[] = [];
  let parent = parentAt(tree.organisation(organisation), at);
  while (parent !== undefined && parent !== organisation && !ancestors.includes(parent)) {
    ancestors.push(parent);
    parent = parentAt(tree.organisation(parent), at);
  }
  return ancestors;
}

export function isAtOrBelow(
  organisation: OrganisationId,
  ancestor: OrganisationId,
  at: Instant,
  tree: Organisations,
): boolean {
  return organisation === ancestor || ancestorsAt(organisation, at, tree).includes(ancestor);
}
