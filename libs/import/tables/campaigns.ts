import { startOfDay } from '#vocabulary';
import type { LegalBasis } from '#event-log';
import { isCalendarDate } from '../rows/dates';
import type { RowReader } from '../rows/row-reader';
import type { TableImport } from './table-import';

export const campaigns: TableImport = {
  gives: ['LaunchCampaign'],
  requiredColumns: [
    'id',
    'framework',
    'framework_version',
    'root',
    'launched_on',
    'from_year',
    'to_year',
  ],
  optionalColumns: ['legal_basis'],
  keyColumns: ['id'],
  columnsOfFields: { campaign: 'id', version: 'framework_version' },
  dateColumn: 'launched_on',
  commands: (row) => [
    {
      command: {
        type: 'LaunchCampaign',
        campaign: row.id('id'),
        framework: { id: row.id('framework'), version: row.integer('framework_version') },
        root: row.id('root'),
        fromYear: row.integer('from_year'),
        toYear: row.integer('to_year'),
      },
      effectiveAt: startOfDay(row.date('launched_on')),
      datedBy: 'launched_on',
      legalBasis: legalBasisOf(row),
    },
  ],
};

/** `number;date;issuer`, several separated by `|`. */
function legalBasisOf(row: RowReader): readonly LegalBasis[] {
  return row.list('legal_basis').flatMap((text) => {
    const [number = '', date = '', issuer = '', ...rest] = text
      .split(';')
      .map((part) => part.trim());
    if (number !== '' && isCalendarDate(date) && issuer !== '' && rest.length === 0) {
      return [{ number, date, issuer }];
    }
    row.note(
      'legal_basis',
      'NOT_A_LEGAL_BASIS',
      `“${text}” is not a document; write number;date;issuer.`,
    );
    return [];
  });
}
