import { lastDayOfYear, localDateOf } from '#vocabulary';
import type { CaseId, Instant, LocalDate, OrganisationId } from '#vocabulary';
import { existedAt } from '../organisation/organisation.state';
import { aggregate } from '../shared/aggregate';
import { commandsAfter } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { refused } from '../shared/decision';
import type { Fact } from '../shared/event';
import type { Facts } from '../shared/facts';
import { field } from '../shared/field';
import { outOfOrder } from '../shared/order-of-dates';
import type { Subject } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireEstablishedOrganisation,
  requireThat,
  requireWithin,
  requireYear,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { SUPERIORS, SUPERVISORS } from '../shared/roles';
import { ABOVE } from '../shared/standing';
import { streams } from '../shared/streams';
import { requireAnnouncementOverdue, requirePublicationOverdue } from './overdue.requirements';

interface AboutYear {
  readonly organisation: OrganisationId;
  readonly year: number;
}

/** What the passing of time brought, recorded so that nothing depends on the wall clock. */
export type OrganisationYearEvent =
  /** A month (1–12) without a regular meeting, or a quarter (1–4) without a thematic one. */
  | Fact<
      'MeetingMissed',
      AboutYear &
        (
          | { readonly period: 'MONTH'; readonly month: number }
          | { readonly period: 'QUARTER'; readonly quarter: number }
        )
    >
  | Fact<'PublicationOverdue', AboutYear>
  | Fact<'AnnouncementOverdue', AboutYear & { readonly case: CaseId }>
  /** Nothing of the year is still awaited. */
  | Fact<'PeriodClosed', AboutYear>;

/** What the passing of a year brought an organisation; nothing at first, so there is no unknown one. */
interface OrganisationYearState {
  /** Months 1–12 without a regular meeting. */
  readonly missedMonths: readonly number[];
  /** Quarters 1–4 without a thematic meeting. */
  readonly missedQuarters: readonly number[];
  readonly publicationOverdue: boolean;
  readonly overdueAnnouncements: readonly CaseId[];
  readonly closedAt?: Instant;
}

const facts: Facts<OrganisationYearState, OrganisationYearEvent> = {
  MeetingMissed: {
    groundOf: [],
    evolve: (state, { data }) =>
      data.period === 'MONTH'
        ? { ...state, missedMonths: including(state.missedMonths, data.month) }
        : { ...state, missedQuarters: including(state.missedQuarters, data.quarter) },
  },
  PublicationOverdue: {
    groundOf: [],
    evolve: (state) => ({ ...state, publicationOverdue: true }),
  },
  AnnouncementOverdue: {
    groundOf: [],
    evolve: (state, { data }) => ({
      ...state,
      overdueAnnouncements: including(state.overdueAnnouncements, data.case),
    }),
  },
  PeriodClosed: {
    groundOf: [],
    evolve: (state, { effectiveAt }) => ({ closedAt: effectiveAt, ...state }),
  },
};

function including<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values : [...values, value];
}

/** Time that passed is no act of the organisation: it is recorded of one that has ended, too. */
const command = commandsAfter<
  OrganisationYearState,
  OrganisationYearEvent,
  AboutYear,
  OrganisationYearState
>((state, decide, { organisation, year }, context) => {
  const obstacle = firstRefusal(
    requireYear(year),
    requireEstablishedOrganisation(organisation, context),
  );
  return obstacle === undefined ? decide(state) : refused(obstacle);
});

const ofYear = { organisation: field.organisation, year: field.year };

export const organisationYearAggregate = aggregate<OrganisationYearState, OrganisationYearEvent>()({
  category: 'year',
  initial: {
    missedMonths: [],
    missedQuarters: [],
    publicationOverdue: false,
    overdueAnnouncements: [],
  },
  streamOf: ({ organisation, year }) => streams.organisationYear(organisation, year),
  facts,
  notBeforeYear: 'ALL',
  about: ({ organisation }) => ({ organisations: [organisation] }),
  commands: {
    RecordMissedMonth: command({
      fields: { ...ofYear, month: field.ordinal },
      authority: { roles: SUPERIORS, standing: ABOVE },
      decide(data, { missedMonths }, context) {
        const { organisation, year, month } = data;
        return decidedUnless(
          firstRefusal(
            requireWithin(month, 1, 12, 'month'),
            requireThat(!missedMonths.includes(month), 'ALREADY_EXISTS', {
              field: 'month',
              subject: ['missedMonth', data],
            }),
            requireOver(lastDayOf(year, month), context, 'month', ['month', data]),
          ),
          { type: 'MeetingMissed', data: { organisation, year, period: 'MONTH', month } },
        );
      },
    }),
    RecordMissedQuarter: command({
      fields: { ...ofYear, quarter: field.ordinal },
      authority: { roles: SUPERIORS, standing: ABOVE },
      decide(data, { missedQuarters }, context) {
        const { organisation, year, quarter } = data;
        return decidedUnless(
          firstRefusal(
            requireWithin(quarter, 1, 4, 'quarter'),
            requireThat(!missedQuarters.includes(quarter), 'ALREADY_EXISTS', {
              field: 'quarter',
              subject: ['missedQuarter', data],
            }),
            requireOver(lastDayOf(year, quarter * 3), context, 'quarter', ['quarter', data]),
          ),
          { type: 'MeetingMissed', data: { organisation, year, period: 'QUARTER', quarter } },
        );
      },
    }),
    RecordPublicationOverdue: command({
      fields: ofYear,
      authority: { roles: SUPERIORS, standing: ABOVE },
      decide({ organisation, year }, { publicationOverdue }, context) {
        return decidedUnless(
          firstRefusal(
            requireThat(!publicationOverdue, 'ALREADY_EXISTS', {
              field: 'year',
              subject: ['overduePublication', { organisation, year }],
            }),
            requirePublicationOverdue(organisation, year, context),
          ),
          { type: 'PublicationOverdue', data: { organisation, year } },
        );
      },
    }),
    RecordAnnouncementOverdue: command({
      fields: { ...ofYear, case: field.case },
      authority: { roles: SUPERVISORS, standing: ABOVE },
      decide({ organisation, year, case: id }, { overdueAnnouncements }, context) {
        return decidedUnless(
          firstRefusal(
            requireThat(!overdueAnnouncements.includes(id), 'ALREADY_EXISTS', {
              field: 'case',
              subject: ['overdueAnnouncement', { case: id }],
            }),
            requireAnnouncementOverdue(organisation, id, context),
          ),
          { type: 'AnnouncementOverdue', data: { organisation, year, case: id } },
        );
      },
    }),
    ClosePeriod: command({
      fields: ofYear,
      authority: { roles: SUPERIORS, standing: ABOVE },
      decide({ organisation, year }, { closedAt }, context) {
        return decidedUnless(
          firstRefusal(
            requireThat(closedAt === undefined, 'PERIOD_ALREADY_CLOSED', {
              field: 'year',
              organisation,
              year,
            }),
            requireYearOver(organisation, year, context),
          ),
          { type: 'PeriodClosed', data: { organisation, year } },
        );
      },
    }),
  },
});

/** An organisation that ended within the year may be closed with it. */
function requireYearOver(
  organisation: OrganisationId,
  year: number,
  context: DecisionContext,
): Requirement {
  const on = localDateOf(context.effectiveAt);
  const lastDay = lastDayOfYear(year);
  const isOver =
    on > lastDay || !existedAt(context.organisation(organisation), context.effectiveAt);
  return isOver ? undefined : outOfOrder('PeriodClosed', on, `the end of ${year}`, lastDay);
}

/** Over on its last day: a process may date what was missed to the last moment or to the next day. */
function requireOver(
  lastDay: LocalDate,
  { effectiveAt }: DecisionContext,
  name: string,
  subject: Subject,
): Requirement {
  return requireThat(localDateOf(effectiveAt) >= lastDay, 'PERIOD_NOT_OVER', {
    field: name,
    subject,
    at: effectiveAt,
    details: { lastDay },
  });
}

function lastDayOf(year: number, month: number): LocalDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
