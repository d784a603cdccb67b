import { daysAfter, endOfDay, startOfDay, yearOf } from '#vocabulary';
import type { Instant, LocalDate } from '#vocabulary';
import type { DomainCommand } from '#domain';
import type { ObligationDocument } from '#projections';

/** The command for an overdue obligation, with its effective time. */
export interface DueCommand {
  readonly command: DomainCommand;
  readonly effectiveAt: Instant;
}

/** `undefined` while there is still time on `today`. */
export function dueCommand(
  { kind, organisation, year, period = 0, case: id = '', dueOn }: ObligationDocument,
  today: LocalDate,
): DueCommand | undefined {
  // A discipline ends on its day; everything else may still be done on it.
  if (kind === 'DISCIPLINE_END') {
    return { command: { type: 'ExpireDiscipline', case: id }, effectiveAt: startOfDay(dueOn) };
  }
  if (dueOn >= today) return undefined;
  const ofYear = { organisation, year };
  const atEnd = { effectiveAt: endOfDay(dueOn) };
  // It is late from the day after the last day.
  const late = { effectiveAt: startOfDay(daysAfter(dueOn, 1)) };
  switch (kind) {
    case 'REGULAR_MEETING':
      return { command: { type: 'RecordMissedMonth', ...ofYear, month: period }, ...atEnd };
    case 'THEMATIC_MEETING':
      return { command: { type: 'RecordMissedQuarter', ...ofYear, quarter: period }, ...atEnd };
    case 'PERIOD_CLOSING':
      return { command: { type: 'ClosePeriod', ...ofYear }, ...atEnd };
    case 'PUBLICATION':
      return { command: { type: 'RecordPublicationOverdue', ...ofYear }, ...late };
    case 'ANNOUNCEMENT': {
      const announcement = { organisation, year: yearOf(dueOn), case: id };
      return { command: { type: 'RecordAnnouncementOverdue', ...announcement }, ...late };
    }
  }
}
