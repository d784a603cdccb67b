import type { OrganisationId } from '#vocabulary';
import { commandsAfter } from '../shared/command';
import { refused } from '../shared/decision';
import { isKnown } from '../shared/facts';
import { refusal } from '../shared/refusal';
import type { KnownOrganisation, OrganisationEvent, OrganisationState } from './organisation.state';

/** Declares commands about an organisation that there is. */
export const onOrganisation = commandsAfter<
  OrganisationState,
  OrganisationEvent,
  { readonly organisation: OrganisationId },
  KnownOrganisation
>((state, decide, { organisation }) =>
  isKnown(state)
    ? decide(state)
    : refused(refusal('ORGANISATION_UNKNOWN', { field: 'organisation', organisation })),
);
