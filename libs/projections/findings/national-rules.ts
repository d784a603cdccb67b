import { localDateOf } from '#domain';
import type { DisciplineForm, Instant, LocalDate } from '#domain';

interface MeetingRules {
  readonly minimumMinutes: number;
  readonly minimumMinutesCombined: number;
  readonly documentsDaysBefore: number;
}

const MEETING_RULES: MeetingRules = {
  minimumMinutes: 90,
  minimumMinutesCombined: 120,
  documentsDaysBefore: 1,
};

/** What the regime of that day asks of a meeting. */
export function meetingRulesOn(_at: Instant): MeetingRules {
  return MEETING_RULES;
}

/** Months from the act after which a form of discipline cannot be decided any more; null for none. */
export function limitationMonths(form: DisciplineForm, _on: LocalDate): number | null {
  switch (form) {
    case 'REPRIMAND':
      return 60;
    case 'WARNING':
    case 'REMOVAL':
      return 120;
    case 'EXPULSION':
    case 'DISSOLUTION':
      return null;
  }
}

const ANNOUNCEMENT_DAYS = 15;
const OWN_DECISION_ANNOUNCEMENT_DAYS = 10;

/** Days from the decision in which it is to be announced: fewer for what a cell decides of its own. */
export function announcementDays(isOwnDecision: boolean, _on: LocalDate): number {
  return isOwnDecision ? OWN_DECISION_ANNOUNCEMENT_DAYS : ANNOUNCEMENT_DAYS;
}

/** From when regulation 366-QĐ/TW replaced 124-QĐ/TW. */
const REGULATION_366_SINCE: LocalDate = '2025-08-30';

/** Whether a member is not failed for what the organisation found itself and remedied. */
export function sparesSelfDetected(ratedAt: Instant): boolean {
  return localDateOf(ratedAt) < REGULATION_366_SINCE;
}

/** The percentages beyond which an organisation is to be rated as failed; undefined where there are none. */
export function failsOrganisations(ratedAt: Instant) {
  return localDateOf(ratedAt) < REGULATION_366_SINCE
    ? { disciplinedUnitsPercent: 20, targetsMetPercent: 50 }
    : undefined;
}

/** Whether a disciplined unit or leader rules EXCELLENT out. */
export function blocksExcellent(ratedAt: Instant): boolean {
  return localDateOf(ratedAt) >= REGULATION_366_SINCE;
}
