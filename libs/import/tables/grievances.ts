import { GRIEVANCE_FLAGS, startOfDay } from '#vocabulary';
import type { RowCommand, TableImport } from './table-import';

export const grievances: TableImport = {
  gives: ['OpenGrievance', 'ResolveGrievance'],
  requiredColumns: ['id', 'organisation', 'opened_on'],
  optionalColumns: ['flags', 'resolved_on'],
  keyColumns: ['id'],
  columnsOfFields: { grievance: 'id' },
  dateColumn: 'opened_on',
  commands(row) {
    const grievance = row.id('id');
    const resolvedOn = row.optionalDate('resolved_on');
    const commands: RowCommand[] = [
      {
        command: {
          type: 'OpenGrievance',
          grievance,
          organisation: row.id('organisation'),
          flags: row.listOf('flags', GRIEVANCE_FLAGS),
        },
        effectiveAt: startOfDay(row.date('opened_on')),
        datedBy: 'opened_on',
      },
    ];
    if (resolvedOn !== undefined) {
      commands.push({
        command: { type: 'ResolveGrievance', grievance },
        effectiveAt: startOfDay(resolvedOn),
        datedBy: 'resolved_on',
      });
    }
    return commands;
  },
};
