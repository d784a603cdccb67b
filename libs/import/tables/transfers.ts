import { startOfDay } from '#vocabulary';
import type { TableImport } from './table-import';

export const transfers: TableImport = {
  gives: ['TransferMember'],
  requiredColumns: ['member', 'from', 'to', 'on'],
  keyColumns: ['member', 'from', 'to', 'on'],
  dateColumn: 'on',
  commands: (row) => [
    {
      command: {
        type: 'TransferMember',
        member: row.id('member'),
        from: row.id('from'),
        to: row.id('to'),
      },
      effectiveAt: startOfDay(row.date('on')),
      datedBy: 'on',
    },
  ],
};
