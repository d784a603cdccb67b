import { DISCIPLINE_FORMS, startOfDay } from '#vocabulary';
import { committeeOf } from './on-behalf';
import type { RowCommand, TableImport } from './table-import';
import type { RowReader } from '../rows/row-reader';

export const cases: TableImport = {
  gives: [
    'OpenCase',
    'ReachConclusion',
    'DecideDiscipline',
    'AnnounceDiscipline',
    'CompleteRemediation',
  ],
  requiredColumns: ['id', 'organisation', 'occurred_on'],
  optionalColumns: [
    'member',
    'prohibited_thing',
    'concluded_on',
    'confirmed',
    'remediation_required',
    'discipline',
    'decided_by',
    'decided_on',
    'announced_on',
    'remediated_on',
  ],
  keyColumns: ['id'],
  columnsOfFields: { case: 'id', form: 'discipline' },
  dateColumn: 'occurred_on',
  commands: (row) => [opened(row), ...concluded(row), ...disciplined(row), ...remedied(row)],
};

function opened(row: RowReader): RowCommand {
  const member = row.optionalId('member');
  const prohibitedThing = row.optionalInteger('prohibited_thing');
  const occurredOn = row.date('occurred_on');
  return {
    command: {
      type: 'OpenCase',
      case: row.id('id'),
      organisation: row.id('organisation'),
      ...(member === undefined ? {} : { member }),
      occurredOn,
      ...(prohibitedThing === undefined ? {} : { prohibitedThing }),
    },
    effectiveAt: startOfDay(occurredOn),
    datedBy: 'occurred_on',
  };
}

function concluded(row: RowReader): readonly RowCommand[] {
  const concludedOn = row.optionalDate('concluded_on');
  const confirmed = row.optionalBoolean('confirmed');
  const remediationRequired = row.optionalBoolean('remediation_required') ?? false;
  row.needs('concluded_on', 'confirmed', 'remediation_required');
  if (concludedOn === undefined) return [];
  if (confirmed === undefined) {
    row.note(
      'confirmed',
      'MISSING_VALUE',
      'confirmed is empty; concluded_on requires true or false.',
    );
    return [];
  }
  return [
    {
      command: {
        type: 'ReachConclusion',
        case: row.id('id'),
        confirmed,
        remediationRequired,
      },
      effectiveAt: startOfDay(concludedOn),
      datedBy: 'concluded_on',
    },
  ];
}

function disciplined(row: RowReader): readonly RowCommand[] {
  const form = row.optionalOneOf('discipline', DISCIPLINE_FORMS);
  const announcedOn = row.optionalDate('announced_on');
  row.needs('discipline', 'decided_by', 'decided_on', 'announced_on');
  if (form === undefined) return [];
  const commands: RowCommand[] = [
    {
      command: {
        type: 'DecideDiscipline',
        case: row.id('id'),
        form,
        decidedBy: row.id('decided_by'),
      },
      effectiveAt: startOfDay(row.date('decided_on')),
      datedBy: 'decided_on',
      onBehalfOf: committeeOf(row.id('decided_by')),
    },
  ];
  if (announcedOn !== undefined) {
    commands.push({
      command: { type: 'AnnounceDiscipline', case: row.id('id') },
      effectiveAt: startOfDay(announcedOn),
      datedBy: 'announced_on',
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
          command: { type: 'CompleteRemediation', case: row.id('id') },
          effectiveAt: startOfDay(remediatedOn),
          datedBy: 'remediated_on',
        },
      ];
}
