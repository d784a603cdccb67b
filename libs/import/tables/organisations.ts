import { ORGANISATION_KINDS, ORGANISATION_LEVELS, startOfDay } from '#vocabulary';
import type { RowCommand, TableImport } from './table-import';

export const organisations: TableImport = {
  gives: ['EstablishOrganisation', 'DissolveOrganisation'],
  requiredColumns: ['id', 'kind', 'name', 'type', 'established_on'],
  optionalColumns: ['level', 'parent', 'dissolved_on'],
  keyColumns: ['id'],
  columnsOfFields: { organisation: 'id', organisationType: 'type' },
  dateColumn: 'established_on',
  oneByOne: true,
  commands(row) {
    const organisation = row.id('id');
    const kind = row.oneOf('kind', ORGANISATION_KINDS) ?? 'SUBORDINATE_CELL';
    const level = row.optionalOneOf('level', ORGANISATION_LEVELS);
    const parent = row.optionalId('parent');
    const dissolvedOn = row.optionalDate('dissolved_on');
    const commands: RowCommand[] = [
      {
        command: {
          type: 'EstablishOrganisation',
          organisation,
          kind,
          ...(level === undefined ? {} : { level }),
          name: row.text('name'),
          organisationType: row.text('type', 100),
          ...(parent === undefined ? {} : { parent }),
        },
        effectiveAt: startOfDay(row.date('established_on')),
        datedBy: 'established_on',
      },
    ];
    if (dissolvedOn !== undefined) {
      commands.push({
        command: { type: 'DissolveOrganisation', organisation },
        effectiveAt: startOfDay(dissolvedOn),
        datedBy: 'dissolved_on',
      });
    }
    return commands;
  },
};
