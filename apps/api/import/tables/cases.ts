import { DISCIPLINE_FORMS, startOfDay } from '#domain';
import type { RowCommand } from '../row-commands';
import type { RowReader } from '../row-reader';
import type { TableImport } from '../table-import';

export const cases: TableImport = {
  requiredColumns: ['id', 'organisation', 'occurred_on'],
  keyColumns: ['id'],
  dateColumn: 'occurred_on',
  commands: (row) => [opened(row), ...concluded(row), ...disciplined(row), ...remedied(row)],
};

function opened(row: RowReader): RowCommand {
  const member = row.optionalText('member');
  const prohibitedThing = row.optionalInteger('prohibited_thing');
  const occurredOn = row.date('occurred_on');
  return {
    command: {
      type: 'OpenCase',
      case: row.text('id'),
      organisation: row.text('organisation'),
      ...(member === undefined ? {} : { member }),
      occurredOn,
      ...(prohibitedThing === undefined ? {} : { prohibitedThing }),
    },
    effectiveAt: startOfDay(occurredOn),
  };
}

function concluded(row: RowReader): readonly RowCommand[] {
  const concludedOn = row.optionalDate('concluded_on');
  const confirmed = row.optionalBoolean('confirmed');
  if (concludedOn === undefined) return [];
  if (confirmed === undefined) {
    row.note('confirmed', 'MISSING_VALUE', 'A conclusion confirms the violation or does not.');
    return [];
  }
  return [
    {
      command: {
        type: 'ReachConclusion',
        case: row.text('id'),
        confirmed,
        remediationRequired: row.boolean('remediation_required'),
      },
      effectiveAt: startOfDay(concludedOn),
    },
  ];
}

function disciplined(row: RowReader): readonly RowCommand[] {
  const form = row.optionalOneOf('discipline', DISCIPLINE_FORMS);
  const announcedOn = row.optionalDate('announced_on');
  if (form === undefined) return [];
  const commands: RowCommand[] = [
    {
      command: {
        type: 'DecideDiscipline',
        case: row.text('id'),
        form,
        decidedBy: row.text('decided_by'),
      },
      effectiveAt: startOfDay(row.date('decided_on')),
    },
  ];
  if (announcedOn !== undefined) {
    commands.push({
      command: { type: 'AnnounceDiscipline', case: row.text('id') },
      effectiveAt: startOfDay(announcedOn),
    });
  }
  return commands;
}

function remedied(row: RowReader): readonly RowCommand[] {
  const remediatedOn = row.optionalDate('remediated_on');
  return remediatedOn === undefined
    ? []
    : [
        {
          command: { type: 'CompleteRemediation', case: row.text('id') },
          effectiveAt: startOfDay(remediatedOn),
        },
      ];
}
