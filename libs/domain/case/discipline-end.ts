import { disciplineRegimeAt } from '../regimes';
import { localDateOf, monthsAfter } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import type { Instant, LocalDate } from '#vocabulary';
import type { KnownCase } from './case.state';

/** When a discipline announced then ends, if nothing comes between; by the rules in force on that day. */
export function endsOnFrom(announcedAt: Instant): LocalDate {
  return monthsFrom(localDateOf(announcedAt));
}

/**
 * The same, with what came between: each confirmed violation of the same member or
 * organisation while the discipline still runs lets it run anew from the day of the act. Its own
 * violation lies before it, and one after its end is another matter.
 */
export function endOfDiscipline(
  endsOn: LocalDate,
  announcedAt: Instant,
  known: KnownCase,
  context: Pick<DecisionContext, 'casesOf' | 'case'>,
): LocalDate {
  const announcedOn = localDateOf(announcedAt);
  const later = violationsBeside(known, context).filter((on) => on > announcedOn);
  return later
    .sort()
    .reduce((end, occurredOn) => (occurredOn < end ? monthsFrom(occurredOn) : end), endsOn);
}

function monthsFrom(date: LocalDate): LocalDate {
  return monthsAfter(date, disciplineRegimeAt(date).endsAfterMonths);
}

function violationsBeside(
  { case: own, organisation, member }: KnownCase,
  context: Pick<DecisionContext, 'casesOf' | 'case'>,
): LocalDate[] {
  const others = context.casesOf(member === undefined ? { organisation } : { member });
  return others.flatMap((id) => {
    const other = id === own ? undefined : context.case(id);
    const isConfirmed = other?.status !== 'UNKNOWN' && other?.conclusion?.confirmed === true;
    return isConfirmed ? [other.occurredOn] : [];
  });
}
