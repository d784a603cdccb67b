import { TARGET_DIRECTIONS, startOfDay } from '#vocabulary';
import type { RowCommand, TableImport } from './table-import';

export const targets: TableImport = {
  gives: ['AssignTarget', 'ReportTargetProgress', 'ConfirmTargetResult'],
  requiredColumns: [
    'organisation',
    'year',
    'code',
    'title',
    'unit',
    'assigned',
    'direction',
    'assigned_on',
  ],
  optionalColumns: ['achieved', 'confirmed_on'],
  keyColumns: ['organisation', 'year', 'code'],
  dateColumn: 'assigned_on',
  commands(row) {
    const key = {
      organisation: row.id('organisation'),
      year: row.integer('year'),
      code: row.id('code'),
    };
    const assignedOn = startOfDay(row.date('assigned_on'));
    const achieved = row.optionalDecimal('achieved');
    const confirmedOn = row.optionalDate('confirmed_on');
    const commands: RowCommand[] = [
      {
        command: {
          type: 'AssignTarget',
          ...key,
          title: row.text('title'),
          unit: row.text('unit', 100),
          assigned: row.decimal('assigned'),
          direction: row.oneOf('direction', TARGET_DIRECTIONS) ?? 'AT_LEAST',
        },
        effectiveAt: assignedOn,
        datedBy: 'assigned_on',
      },
    ];
    if (confirmedOn !== undefined && achieved === undefined) {
      row.note('achieved', 'MISSING_VALUE', 'achieved is empty; confirmed_on requires it.');
    }
    if (achieved !== undefined) {
      // An achieved value that nobody confirmed is no more than a report of progress.
      const type = confirmedOn === undefined ? 'ReportTargetProgress' : 'ConfirmTargetResult';
      const effectiveAt = confirmedOn === undefined ? assignedOn : startOfDay(confirmedOn);
      const datedBy = confirmedOn === undefined ? 'assigned_on' : 'confirmed_on';
      commands.push({ command: { type, ...key, achieved }, effectiveAt, datedBy });
    }
    return commands;
  },
};
