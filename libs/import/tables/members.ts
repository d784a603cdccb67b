import { startOfDay } from '#vocabulary';
import type { ClearTexts, LocalDate } from '#vocabulary';
import { laterDate } from '../rows/dates';
import type { RowReader } from '../rows/row-reader';
import type { RowCommand, TableImport } from './table-import';

/**
 * Many a member was admitted before the organisation that lists him or her was founded: the
 * membership holds from the founding on, and the date of admission is kept with it.
 */
export const members: TableImport = {
  gives: [
    'AdmitMember',
    'MakeMemberOfficial',
    'LinkResidence',
    'ExemptMember',
    'SuspendMember',
    'RecordMemberIdentity',
  ],
  requiredColumns: ['id', 'organisation', 'admitted_on'],
  optionalColumns: ['official_on', 'exempted_on', 'suspended_on', 'residence_organisation'],
  sealedColumns: ['full_name', 'date_of_birth', 'card_number'],
  keyColumns: ['id'],
  columnsOfFields: { member: 'id' },
  dateColumn: 'admitted_on',
  async commands(row, context) {
    const member = row.id('id');
    const organisation = row.id('organisation');
    const admittedOn = row.date('admitted_on');
    const officialOn = row.optionalDate('official_on');
    const exemptedOn = row.optionalDate('exempted_on');
    const suspendedOn = row.optionalDate('suspended_on');
    const residenceOrganisation = row.optionalId('residence_organisation');
    const identity = identityIn(row);
    const establishedOn = await context.establishedOn(organisation);
    const since = (date: LocalDate): string => startOfDay(laterDate(date, establishedOn));
    const commands: RowCommand[] = [
      {
        command: { type: 'AdmitMember', member, organisation, admittedOn },
        effectiveAt: since(admittedOn),
        datedBy: 'admitted_on',
      },
    ];
    if (officialOn !== undefined) {
      commands.push({
        command: { type: 'MakeMemberOfficial', member, officialOn },
        effectiveAt: since(officialOn),
        datedBy: 'official_on',
      });
    }
    if (residenceOrganisation !== undefined) {
      commands.push({
        command: { type: 'LinkResidence', member, residenceOrganisation },
        effectiveAt: since(
          laterDate(admittedOn, await context.establishedOn(residenceOrganisation)),
        ),
        datedBy: 'residence_organisation',
      });
    }
    const leaves = [
      ...(exemptedOn === undefined
        ? []
        : [{ type: 'ExemptMember', on: exemptedOn, datedBy: 'exempted_on' } as const]),
      ...(suspendedOn === undefined
        ? []
        : [{ type: 'SuspendMember', on: suspendedOn, datedBy: 'suspended_on' } as const]),
    ].sort((a, b) => (a.on < b.on ? -1 : 1));
    for (const { type, on, datedBy } of leaves) {
      commands.push({ command: { type, member }, effectiveAt: since(on), datedBy });
    }
    // The last: a name that is added later changes the id of no other command of the row.
    if (identity !== undefined) {
      commands.push({
        command: { type: 'RecordMemberIdentity', member },
        clear: identity,
        effectiveAt: since(admittedOn),
        datedBy: 'full_name',
      });
    }
    return commands;
  },
};

function identityIn(row: RowReader): ClearTexts | undefined {
  row.needs('full_name', 'date_of_birth', 'card_number');
  const fullName = row.sealedText('full_name', 200);
  const dateOfBirth = row.sealedDate('date_of_birth');
  const cardNumber = row.sealedText('card_number', 50);
  if (fullName === undefined) return undefined;
  return {
    fullName,
    ...(dateOfBirth !== undefined && { dateOfBirth }),
    ...(cardNumber !== undefined && { cardNumber }),
  };
}
