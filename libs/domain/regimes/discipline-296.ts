import type { DisciplineRegime } from './discipline.regime';

/** Regulation 296-QĐ/TW: from 30 May 2025. */
export const DISCIPLINE_296: DisciplineRegime = {
  regulations: [{ number: '296-QĐ/TW', date: '2025-05-30' }],
  from: '2025-05-30',
  formsOfMembers: ['REPRIMAND', 'WARNING', 'REMOVAL', 'EXPULSION'],
  formsOfOrganisations: ['REPRIMAND', 'WARNING', 'DISSOLUTION'],
  formsOfProbationaryMembers: ['REPRIMAND', 'WARNING'],
  formsDecidedByCells: ['REPRIMAND', 'WARNING'],
  announcedWithinDays: 15,
  announcedByCellsWithinDays: 10,
  complaintWithinMonths: 1,
  endsAfterMonths: 12,
  limitationMonths: { REPRIMAND: 60, WARNING: 120, REMOVAL: 120 },
};
