import { startOfDay } from '#vocabulary';
import type { TableImport } from './table-import';

export const closings: TableImport = {
  gives: ['ClosePeriod'],
  requiredColumns: ['organisation', 'year', 'on'],
  keyColumns: ['organisation', 'year'],
  dateColumn: 'on',
  commands: (row) => [
    {
      command: {
        type: 'ClosePeriod',
        organisation: row.id('organisation'),
        year: row.integer('year'),
      },
      effectiveAt: startOfDay(row.date('on')),
      datedBy: 'on',
    },
  ],
};
