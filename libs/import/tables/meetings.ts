import { MEETING_KINDS, startOfDay } from '#vocabulary';
import type { Instant } from '#vocabulary';
import { onDateNotBefore } from '../rows/dates';
import { delegateOf } from './on-behalf';
import type { RowCommand, TableImport } from './table-import';
import type { RowReader } from '../rows/row-reader';

export const meetings: TableImport = {
  gives: [
    'HoldMeeting',
    'PostDocuments',
    'HoldPreparatoryMeeting',
    'AdoptMinutes',
    'ProposeMeetingScore',
    'VoteMeetingScore',
    'ConfirmMeetingScore',
  ],
  requiredColumns: [
    'id',
    'organisation',
    'kind',
    'starts_at',
    'ends_at',
    'expected',
    'present',
    'superior_attended',
    'previous_resolution_reviewed',
  ],
  optionalColumns: [
    'documents_posted_at',
    'prepared_on',
    'excused',
    'unexcused',
    'special_duty',
    'minutes_adopted_on',
    'scores',
    'score_voted_on',
    'score_confirmed_by',
  ],
  keyColumns: ['id'],
  columnsOfFields: { meeting: 'id' },
  dateColumn: 'starts_at',
  commands: (row) => [heldMeeting(row), ...before(row), ...afterwards(row)],
};

function heldMeeting(row: RowReader): RowCommand {
  const startsAt = row.instant('starts_at');
  return {
    command: {
      type: 'HoldMeeting',
      meeting: row.id('id'),
      organisation: row.id('organisation'),
      kind: row.oneOf('kind', MEETING_KINDS) ?? 'REGULAR',
      startsAt,
      endsAt: row.instant('ends_at'),
      attendance: {
        expected: row.integer('expected'),
        present: row.integer('present'),
        excused: row.ids('excused'),
        unexcused: row.ids('unexcused'),
        specialDuty: row.ids('special_duty'),
      },
      superiorAttended: row.boolean('superior_attended'),
      previousResolutionReviewed: row.boolean('previous_resolution_reviewed'),
    },
    effectiveAt: startsAt,
    datedBy: 'starts_at',
  };
}

function before(row: RowReader): readonly RowCommand[] {
  const meeting = row.id('id');
  const postedAt = row.optionalInstant('documents_posted_at');
  const preparedOn = row.optionalDate('prepared_on');
  return [
    ...(postedAt === undefined
      ? []
      : [
          {
            command: { type: 'PostDocuments', meeting } as const,
            effectiveAt: postedAt,
            datedBy: 'documents_posted_at',
          },
        ]),
    ...(preparedOn === undefined
      ? []
      : [
          {
            command: { type: 'HoldPreparatoryMeeting', meeting } as const,
            effectiveAt: startOfDay(preparedOn),
            datedBy: 'prepared_on',
          },
        ]),
  ];
}

function afterwards(row: RowReader): readonly RowCommand[] {
  const meeting = row.id('id');
  const organisation = row.id('organisation');
  const endsAt = row.instant('ends_at');
  const minutesOn = row.optionalDate('minutes_adopted_on');
  const scores = row.points('scores');
  const votedOn = row.optionalDate('score_voted_on');
  const confirmedBy = row.optionalId('score_confirmed_by');
  const minutesAt: Instant = minutesOn === undefined ? endsAt : onDateNotBefore(minutesOn, endsAt);
  const votedAt = votedOn === undefined ? minutesAt : onDateNotBefore(votedOn, minutesAt);
  if (scores === undefined && (votedOn !== undefined || confirmedBy !== undefined)) {
    row.note(
      'scores',
      'MISSING_VALUE',
      'scores is empty; score_voted_on and score_confirmed_by require it.',
    );
  }
  const commands: RowCommand[] = [];
  if (minutesOn !== undefined) {
    commands.push({
      command: { type: 'AdoptMinutes', meeting },
      effectiveAt: minutesAt,
      datedBy: 'minutes_adopted_on',
    });
  }
  if (scores !== undefined) {
    commands.push({
      command: { type: 'ProposeMeetingScore', meeting, scores },
      effectiveAt: minutesAt,
      datedBy: 'scores',
    });
  }
  if (votedOn !== undefined) {
    commands.push({
      command: { type: 'VoteMeetingScore', meeting },
      effectiveAt: votedAt,
      datedBy: 'score_voted_on',
    });
  }
  if (confirmedBy !== undefined) {
    commands.push({
      command: { type: 'ConfirmMeetingScore', meeting },
      effectiveAt: votedAt,
      datedBy: 'score_confirmed_by',
      onBehalfOf: delegateOf(organisation, confirmedBy),
    });
  }
  return commands;
}
