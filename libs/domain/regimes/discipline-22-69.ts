import type { DisciplineRegime } from './discipline.regime';

/** Regulations 22-QĐ/TW and 69-QĐ/TW: until 29 May 2025. */
export const DISCIPLINE_22_69: DisciplineRegime = {
  regulations: [
    { number: '22-QĐ/TW', date: '2021-07-28' },
    { number: '69-QĐ/TW', date: '2022-07-06' },
  ],
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
