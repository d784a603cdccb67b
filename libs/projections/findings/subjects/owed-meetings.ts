import { endOfDay, startOfDay } from '#vocabulary';
import type { OrganisationKind } from '#vocabulary';
import { existedAt, organisationKindAt } from '#domain';
import type { OrganisationState } from '#domain';
import type { KeptFact } from '../../facts';
import { lastDayOfMonth, MONTHS, QUARTERS } from '../../obligations';
import type { OwedMeetings } from './meetings.subject';
import { ofType } from './of-type';

/** Cells meet every month and every quarter; committees do as their own rules say. */
const MEETING: readonly (OrganisationKind | undefined)[] = ['SUBORDINATE_CELL', 'GRASSROOTS_CELL'];

/** Of a cell that pledged for the year: each month and quarter in the whole of which it existed. */
export function owedMeetings(
  year: number,
  pledges: readonly KeptFact[],
  state: OrganisationState,
): OwedMeetings {
  const end = endOfDay(`${year}-12-31`);
  const isPledged = ofType(pledges, 'PledgeRegistered').length > 0;
  if (!isPledged || !MEETING.includes(organisationKindAt(state, end))) {
    return { months: [], quarters: [] };
  }
  const existed = (first: number, last: number): boolean =>
    existedAt(state, startOfDay(`${year}-${String(first).padStart(2, '0')}-01`)) &&
    existedAt(state, endOfDay(lastDayOfMonth(year, last)));
  return {
    months: MONTHS.filter((month) => existed(month, month)),
    quarters: QUARTERS.filter((quarter) => existed(quarter * 3 - 2, quarter * 3)),
  };
}
