import { startOfDay } from '#vocabulary';
import type { TableImport } from './table-import';

export const pilots: TableImport = {
  gives: ['DesignatePilot'],
  requiredColumns: ['campaign', 'organisation', 'on'],
  optionalColumns: ['chosen_by'],
  keyColumns: ['campaign', 'organisation'],
  dateColumn: 'on',
  commands(row) {
    const chosenBy = row.optionalId('chosen_by');
    return [
      {
        command: {
          type: 'DesignatePilot',
          campaign: row.id('campaign'),
          organisation: row.id('organisation'),
          ...(chosenBy === undefined ? {} : { chosenBy }),
        },
        effectiveAt: startOfDay(row.date('on')),
        datedBy: 'on',
      },
    ];
  },
};
