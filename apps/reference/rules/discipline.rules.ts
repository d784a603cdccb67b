import type { HandbookRule } from './handbook-rule';

/** Violations, cases, and what is decided in them. */
export const DISCIPLINE_RULES = {
  'R-17': {
    says: 'A violation counts where it happened, wherever the member is now.',
    metrics: [
      'violations.prohibitedThings',
      'violations.externallyDetected',
      'violations.unremedied',
    ],
    shown: ['Case.organisation'],
  },
  'R-18': {
    says: 'One violation counts once: in the year in which it happened, however many signals, decisions and complaints follow.',
    metrics: ['violations.prohibitedThings', 'violations.externallyDetected'],
    refusals: ['CONCLUSION_ALREADY_REACHED', 'DISCIPLINE_ALREADY_DECIDED', 'CASES_NOT_ALIKE'],
  },
  'R-19': {
    says: 'A form of discipline can come too late after the act; a new act starts the time anew.',
    national: ['limitationMonths'],
  },
  'R-20': {
    says: 'A discipline ends a while after its announcement, when there is no complaint and no new violation.',
    national: ['endsAfterMonths'],
    refusals: ['DISCIPLINE_NOT_ENDED'],
    deadlines: ['DISCIPLINE_END'],
    recorded: ['DisciplineExpired'],
  },
  'R-21': {
    says: 'While a discipline runs there is no title for that person.',
  },
  'R-22': {
    says: 'A complaint comes soon after the decision, and does not suspend it.',
    national: ['complaintWithinMonths'],
    refusals: ['COMPLAINT_TOO_LATE', 'COMPLAINT_PENDING'],
  },
  'R-23': {
    says: 'A discipline is announced within days of its signing, sooner where a cell decided itself.',
    national: ['announcedWithinDays', 'announcedByCellsWithinDays'],
    deadlines: ['ANNOUNCEMENT'],
    recorded: ['AnnouncementOverdue'],
  },
  'R-28': {
    says: 'A discipline that is annulled re-opens what it caused.',
    shown: ['Case.discipline'],
  },
  'R-32': {
    says: 'A probationary member gets only the lesser forms of discipline.',
    national: ['formsOfProbationaryMembers'],
    refusals: ['DISCIPLINE_OF_PROBATIONARY_MEMBER'],
  },
  'R-33': {
    says: 'A cell decides the lesser forms of its own members itself, and proposes the higher ones to its superior.',
    national: ['formsDecidedByCells'],
    refusals: ['DECIDED_BEYOND_AUTHORITY'],
  },
} as const satisfies Readonly<Record<string, HandbookRule>>;
