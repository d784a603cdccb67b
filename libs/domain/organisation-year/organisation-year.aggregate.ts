import type { Aggregate } from '../shared/aggregate';
import { streams } from '../shared/streams';
import type { OrganisationYearCommand } from './organisation-year.commands';
import { decideOrganisationYear } from './organisation-year.decide';
import type { OrganisationYearEvent } from './organisation-year.events';
import { emptyYear, evolveOrganisationYear } from './organisation-year.state';
import type { OrganisationYearState } from './organisation-year.state';

export const organisationYearAggregate: Aggregate<
  OrganisationYearCommand,
  OrganisationYearEvent,
  OrganisationYearState
> = {
  category: 'year',
  commands: [
    'RecordMissedMonth',
    'RecordMissedQuarter',
    'RecordPublicationOverdue',
    'RecordAnnouncementOverdue',
    'ClosePeriod',
  ],
  events: ['MeetingMissed', 'PublicationOverdue', 'AnnouncementOverdue', 'PeriodClosed'],
  initial: emptyYear,
  streamOf: ({ organisation, year }) => streams.organisationYear(organisation, year),
  decide: decideOrganisationYear,
  evolve: evolveOrganisationYear,
};
