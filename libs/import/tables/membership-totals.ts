import { startOfDay } from '#vocabulary';
import type { TableImport } from './table-import';

export const membershipTotals: TableImport = {
  gives: ['ReportMembershipTotals'],
  requiredColumns: ['organisation', 'on', 'official', 'probationary', 'total'],
  keyColumns: ['organisation', 'on'],
  dateColumn: 'on',
  commands: (row) => [
    {
      command: {
        type: 'ReportMembershipTotals',
        organisation: row.id('organisation'),
        official: row.integer('official'),
        probationary: row.integer('probationary'),
        total: row.integer('total'),
      },
      effectiveAt: startOfDay(row.date('on')),
      datedBy: 'on',
    },
  ],
};
