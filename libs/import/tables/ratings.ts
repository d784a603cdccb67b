import { RATING_LEVELS, startOfDay } from '#vocabulary';
import { committeeOf } from './on-behalf';
import type { TableImport } from './table-import';

export const ratings: TableImport = {
  gives: ['DecideOrganisationRating', 'DecideMemberRating'],
  requiredColumns: ['year', 'organisation', 'level', 'decided_by', 'decided_on'],
  optionalColumns: ['member'],
  keyColumns: ['year', 'organisation', 'member'],
  dateColumn: 'decided_on',
  queries: 'scorecards',
  commands(row) {
    const member = row.optionalId('member');
    const rating = {
      organisation: row.id('organisation'),
      year: row.integer('year'),
      level: row.oneOf('level', RATING_LEVELS) ?? 'FAILED',
      decidedBy: row.id('decided_by'),
    };
    return [
      {
        command:
          member === undefined
            ? { type: 'DecideOrganisationRating', ...rating }
            : { type: 'DecideMemberRating', ...rating, member },
        effectiveAt: startOfDay(row.date('decided_on')),
        datedBy: 'decided_on',
        onBehalfOf: committeeOf(rating.decidedBy),
      },
    ];
  },
};
