import { APPRAISAL_RESULTS, startOfDay } from '#vocabulary';
import type { TableRow } from '../reading/bundle';
import type { ImportContext, RowCommand, TableImport } from './table-import';
import { appraiserOf, secretaryOf } from './on-behalf';
import type { RowReader } from '../rows/row-reader';
import { RowReader as Reader } from '../rows/row-reader';

/** The row of the assessment has the dates and persons; a row here has the result. */
export const appraisals: TableImport = {
  gives: ['SubmitSelfAssessment', 'RecordAppraisal'],
  requiredColumns: ['organisation', 'year', 'condition'],
  optionalColumns: ['result', 'self_points', 'points'],
  columnsOfFields: { conditions: 'condition', scores: 'self_points' },
  keyColumns: ['organisation', 'year', 'condition'],
  commands(row, context) {
    const organisation = row.id('organisation');
    const year = row.integer('year');
    const assessment = assessmentOf(context, organisation, year);
    if (assessment === undefined) {
      row.note(
        'organisation',
        'ASSESSMENT_MISSING',
        `assessments has no row for ${organisation} in ${year}.`,
      );
      return [];
    }
    return [
      ...selfScored(row, assessment, organisation, year),
      ...appraised(row, assessment, organisation, year),
    ];
  },
};

function selfScored(
  row: RowReader,
  assessment: RowReader,
  organisation: string,
  year: number,
): readonly RowCommand[] {
  const points = row.optionalDecimal('self_points');
  if (points === undefined) return [];
  const submittedOn =
    assessment.optionalDate('self_submitted_on') ?? assessment.optionalDate('opened_on');
  if (submittedOn === undefined) {
    row.note(
      'self_points',
      'ASSESSMENT_UNDATED',
      `assessments has no self_submitted_on for ${organisation} in ${year}.`,
    );
    return [];
  }
  return [
    {
      command: {
        type: 'SubmitSelfAssessment',
        organisation,
        year,
        scores: [{ condition: row.id('condition'), points }],
      },
      effectiveAt: startOfDay(submittedOn),
      datedBy: 'self_points',
      onBehalfOf: secretaryOf(organisation, assessment.optionalId('self_by')),
    },
  ];
}

function appraised(
  row: RowReader,
  assessment: RowReader,
  organisation: string,
  year: number,
): readonly RowCommand[] {
  const result = row.optionalOneOf('result', APPRAISAL_RESULTS);
  const points = row.optionalDecimal('points');
  if (result === undefined && points === undefined) return [];
  const appraisedOn = assessment.optionalDate('appraised_on');
  if (appraisedOn === undefined) {
    row.note(
      'condition',
      'APPRAISAL_UNDATED',
      `assessments has no appraised_on for ${organisation} in ${year}.`,
    );
    return [];
  }
  return [
    {
      command: {
        type: 'RecordAppraisal',
        organisation,
        year,
        conditions: [
          {
            condition: row.id('condition'),
            ...(result === undefined ? {} : { result }),
            ...(points === undefined ? {} : { points }),
          },
        ],
      },
      effectiveAt: startOfDay(appraisedOn),
      datedBy: result === undefined ? 'points' : 'result',
      onBehalfOf: appraiserOf(organisation, assessment.optionalId('appraised_by')),
    },
  ];
}

const indexes = new WeakMap<ImportContext['bundle'], ReadonlyMap<string, TableRow>>();

function assessmentOf(
  { bundle }: ImportContext,
  organisation: string,
  year: number,
): RowReader | undefined {
  const index = indexes.get(bundle) ?? indexOf(bundle);
  indexes.set(bundle, index);
  const found = index.get(`${organisation}\n${year}`);
  return found && new Reader(found);
}

function indexOf(bundle: ImportContext['bundle']): ReadonlyMap<string, TableRow> {
  const rows = bundle.tables.get('assessments')?.rows ?? [];
  return new Map(
    rows.map((row) => {
      const reader = new Reader(row);
      return [`${reader.id('organisation')}\n${reader.integer('year')}`, row];
    }),
  );
}
