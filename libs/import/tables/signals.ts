import { SIGNAL_SOURCES, startOfDay } from '#vocabulary';
import type { TableImport } from './table-import';

export const signals: TableImport = {
  gives: ['ReceiveSignal'],
  requiredColumns: ['case', 'source', 'received_on'],
  keyColumns: ['case', 'source', 'received_on'],
  dateColumn: 'received_on',
  commands: (row) => [
    {
      command: {
        type: 'ReceiveSignal',
        case: row.id('case'),
        source: row.oneOf('source', SIGNAL_SOURCES) ?? 'SELF',
      },
      effectiveAt: startOfDay(row.date('received_on')),
      datedBy: 'received_on',
    },
  ],
};
