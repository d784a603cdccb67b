import { localDateOf } from '#vocabulary';
import type { LocalDate } from '#vocabulary';
import type { OrganisationSubject } from '../subjects/organisation.subject';

type Totals = OrganisationSubject['totals'][number];

/** By the date they are of; a report for the same date takes the place of the one before. */
export function latestTotals({ totals }: OrganisationSubject): ReadonlyMap<LocalDate, Totals> {
  return new Map(totals.map((report) => [localDateOf(report.effectiveAt), report]));
}
