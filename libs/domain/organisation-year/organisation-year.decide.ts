import { assertNever, localDateOf, yearOfInstant } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import type { Decision } from '../shared/decision';
import {
  decidedUnless,
  firstRefusal,
  requireEstablishedOrganisation,
  requireThat,
  requireWithin,
  requireYear,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { LocalDate } from '#vocabulary';
import type { OrganisationYearCommand } from './organisation-year.commands';
import type { OrganisationYearEvent } from './organisation-year.events';
import type { OrganisationYearState } from './organisation-year.state';
import { requireAnnouncementOverdue, requirePublicationOverdue } from './overdue.requirements';

/** Time that passed is no act of the organisation: it is recorded of one that has ended, too. */
export function decideOrganisationYear(
  command: OrganisationYearCommand,
  state: OrganisationYearState,
  context: DecisionContext,
): Decision<OrganisationYearEvent> {
  const { organisation, year } = command;
  const ofYear = { organisation, year };
  const common = firstRefusal(
    requireYear(year),
    requireEstablishedOrganisation(organisation, context),
  );
  switch (command.type) {
    case 'RecordMissedMonth': {
      const { month } = command;
      return decidedUnless(
        firstRefusal(
          common,
          requireWithin(month, 1, 12, 'month'),
          requireThat(!state.missedMonths.includes(month), 'ALREADY_EXISTS', { field: 'month' }),
          requireOver(lastDayOf(year, month), context, 'month'),
        ),
        { type: 'MeetingMissed', data: { ...ofYear, period: 'MONTH', month } },
      );
    }
    case 'RecordMissedQuarter': {
      const { quarter } = command;
      return decidedUnless(
        firstRefusal(
          common,
          requireWithin(quarter, 1, 4, 'quarter'),
          requireThat(!state.missedQuarters.includes(quarter), 'ALREADY_EXISTS', {
            field: 'quarter',
          }),
          requireOver(lastDayOf(year, quarter * 3), context, 'quarter'),
        ),
        { type: 'MeetingMissed', data: { ...ofYear, period: 'QUARTER', quarter } },
      );
    }
    case 'RecordPublicationOverdue':
      return decidedUnless(
        firstRefusal(
          common,
          requireThat(!state.publicationOverdue, 'ALREADY_EXISTS', { field: 'year' }),
          requirePublicationOverdue(organisation, year, context),
        ),
        { type: 'PublicationOverdue', data: ofYear },
      );
    case 'RecordAnnouncementOverdue':
      return decidedUnless(
        firstRefusal(
          common,
          requireThat(!state.overdueAnnouncements.includes(command.case), 'ALREADY_EXISTS', {
            field: 'case',
          }),
          requireAnnouncementOverdue(organisation, command.case, context),
        ),
        { type: 'AnnouncementOverdue', data: { ...ofYear, case: command.case } },
      );
    case 'ClosePeriod':
      return decidedUnless(
        firstRefusal(
          common,
          requireThat(state.closedAt === undefined, 'PERIOD_ALREADY_CLOSED', { field: 'year' }),
          // An organisation that ends within the year may be closed with it.
          requireThat(yearOfInstant(context.effectiveAt) >= year, 'PERIOD_NOT_OVER', {
            field: 'year',
          }),
        ),
        { type: 'PeriodClosed', data: ofYear },
      );
    default:
      return assertNever(command);
  }
}

/** Over on its last day: a process may date what was missed to the last moment or to the next day. */
function requireOver(lastDay: LocalDate, context: DecisionContext, field: string): Requirement {
  return requireThat(localDateOf(context.effectiveAt) >= lastDay, 'PERIOD_NOT_OVER', {
    field,
    details: { lastDay },
  });
}

function lastDayOf(year: number, month: number): LocalDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
