import { startOfDay } from '#domain';
import type { LocalDate } from '#domain';
import { laterDate } from '../dates';
import type { RowCommand } from '../row-commands';
import type { TableImport } from '../table-import';

/**
 * Many a member was admitted before the organisation that lists him or her was founded: the
 * membership holds from the founding on, and the date of admission is kept with it.
 */
export const members: TableImport = {
  requiredColumns: ['id', 'organisation', 'admitted_on'],
  keyColumns: ['id'],
  dateColumn: 'admitted_on',
  async commands(row, context) {
    const member = row.text('id');
    const organisation = row.text('organisation');
    const admittedOn = row.date('admitted_on');
    const officialOn = row.optionalDate('official_on');
    const exemptedOn = row.optionalDate('exempted_on');
    const suspendedOn = row.optionalDate('suspended_on');
    const residenceOrganisation = row.optionalText('residence_organisation');
    const establishedOn = await context.establishedOn(organisation);
    const since = (date: LocalDate): string => startOfDay(laterDate(date, establishedOn));
    const commands: RowCommand[] = [
      {
        command: { type: 'AdmitMember', member, organisation, admittedOn },
        effectiveAt: since(admittedOn),
      },
    ];
    if (officialOn !== undefined) {
      commands.push({
        command: { type: 'MakeMemberOfficial', member, officialOn },
        effectiveAt: since(officialOn),
      });
    }
    if (residenceOrganisation !== undefined) {
      commands.push({
        command: { type: 'LinkResidence', member, residenceOrganisation },
        effectiveAt: since(
          laterDate(admittedOn, await context.establishedOn(residenceOrganisation)),
        ),
      });
    }
    const leaves = [
      ...(exemptedOn === undefined ? [] : [{ type: 'ExemptMember', on: exemptedOn } as const]),
      ...(suspendedOn === undefined ? [] : [{ type: 'SuspendMember', on: suspendedOn } as const]),
    ].sort((a, b) => (a.on < b.on ? -1 : 1));
    for (const { type, on } of leaves) {
      commands.push({ command: { type, member }, effectiveAt: since(on) });
    }
    return commands;
  },
};
