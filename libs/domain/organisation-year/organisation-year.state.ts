import { assertNever } from '#vocabulary';
import type { Effective } from '../shared/event';
import type { CaseId, Instant } from '#vocabulary';
import type { OrganisationYearEvent } from './organisation-year.events';

/** What the passing of a year brought an organisation; nothing at first, so there is no unknown one. */
export interface OrganisationYearState {
  /** Months 1–12 without a regular meeting. */
  readonly missedMonths: readonly number[];
  /** Quarters 1–4 without a thematic meeting. */
  readonly missedQuarters: readonly number[];
  readonly publicationOverdue: boolean;
  readonly overdueAnnouncements: readonly CaseId[];
  readonly closedAt?: Instant;
}

export const emptyYear: OrganisationYearState = {
  missedMonths: [],
  missedQuarters: [],
  publicationOverdue: false,
  overdueAnnouncements: [],
};

export function evolveOrganisationYear(
  state: OrganisationYearState,
  fact: Effective<OrganisationYearEvent>,
): OrganisationYearState {
  switch (fact.type) {
    case 'MeetingMissed':
      return fact.data.period === 'MONTH'
        ? { ...state, missedMonths: withOne(state.missedMonths, fact.data.month) }
        : { ...state, missedQuarters: withOne(state.missedQuarters, fact.data.quarter) };
    case 'PublicationOverdue':
      return { ...state, publicationOverdue: true };
    case 'AnnouncementOverdue':
      return {
        ...state,
        overdueAnnouncements: withOne(state.overdueAnnouncements, fact.data.case),
      };
    case 'PeriodClosed':
      return state.closedAt === undefined ? { ...state, closedAt: fact.effectiveAt } : state;
    default:
      return assertNever(fact);
  }
}

function withOne<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values : [...values, value];
}
