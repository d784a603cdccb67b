import { startOfDay } from '#vocabulary';
import { secretaryOf } from './on-behalf';
import type { RowCommand, TableImport } from './table-import';
import type { RowReader } from '../rows/row-reader';

export const assessments: TableImport = {
  gives: ['OpenAssessment', 'SubmitSelfAssessment', 'VoteSelfAssessment'],
  requiredColumns: ['organisation', 'year', 'opened_on'],
  optionalColumns: [
    'self_submitted_on',
    'self_by',
    'voted_on',
    'votes_for',
    'votes_total',
    'appraised_on',
    'appraised_by',
  ],
  keyColumns: ['organisation', 'year'],
  dateColumn: 'opened_on',
  commands(row) {
    const key = { organisation: row.id('organisation'), year: row.integer('year') };
    // Checked here, used by the rows of the appraisals.
    row.optionalDate('appraised_on');
    row.optionalId('appraised_by');
    row.needs('self_submitted_on', 'self_by');
    row.needs('voted_on', 'votes_for', 'votes_total');
    return [
      {
        command: { type: 'OpenAssessment', ...key },
        effectiveAt: startOfDay(row.date('opened_on')),
        datedBy: 'opened_on',
      },
      ...submitted(row, key),
      ...voted(row, key),
    ];
  },
};

interface Key {
  readonly organisation: string;
  readonly year: number;
}

function submitted(row: RowReader, key: Key): readonly RowCommand[] {
  const submittedOn = row.optionalDate('self_submitted_on');
  if (submittedOn === undefined) return [];
  return [
    {
      command: { type: 'SubmitSelfAssessment', ...key, scores: [] },
      effectiveAt: startOfDay(submittedOn),
      datedBy: 'self_submitted_on',
      onBehalfOf: secretaryOf(key.organisation, row.optionalId('self_by')),
    },
  ];
}

function voted(row: RowReader, key: Key): readonly RowCommand[] {
  const votedOn = row.optionalDate('voted_on');
  if (votedOn === undefined) return [];
  return [
    {
      command: {
        type: 'VoteSelfAssessment',
        ...key,
        votesFor: row.integer('votes_for'),
        votesTotal: row.integer('votes_total'),
      },
      effectiveAt: startOfDay(votedOn),
      datedBy: 'voted_on',
    },
  ];
}
