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
        member: row.text('member'),
        from: row.text('from'),
        to: row.text('to'),
      },
      effectiveAt: startOfDay(row.date('on')),
      datedBy: 'on',
    },
  ],
};
