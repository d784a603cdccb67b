import type { Aggregate } from '../shared/aggregate';
import { streams } from '../shared/streams';
import type { OrganisationCommand } from './organisation.commands';
import { decideOrganisation } from './organisation.decide';
import type { OrganisationEvent } from './organisation.events';
import { evolveOrganisation, unknownOrganisation } from './organisation.state';
import type { OrganisationState } from './organisation.state';

export const organisationAggregate: Aggregate<
  OrganisationCommand,
  OrganisationEvent,
  OrganisationState
> = {
  category: 'organisation',
  commands: [
    'EstablishOrganisation',
    'RenameOrganisation',
    'ReparentOrganisation',
    'ChangeOrganisationType',
    'MergeOrganisation',
    'SplitOrganisation',
    'DissolveOrganisation',
    'AppointSecretary',
    'AssignSuperiorDelegate',
    'ReportMembershipTotals',
  ],
  events: [
    'OrganisationEstablished',
    'OrganisationRenamed',
    'OrganisationReparented',
    'OrganisationTypeChanged',
    'OrganisationMerged',
    'OrganisationSplit',
    'OrganisationDissolved',
    'SecretaryAppointed',
    'SuperiorDelegateAssigned',
    'MembershipTotalsReported',
  ],
  initial: unknownOrganisation,
  streamOf: ({ organisation }) => streams.organisation(organisation),
  decide: decideOrganisation,
  evolve: evolveOrganisation,
};
