import { startOfDay } from '#vocabulary';
import type { RowCommand, TableImport } from './table-import';

export const pledges: TableImport = {
  gives: ['RegisterPledge', 'SignPledge'],
  requiredColumns: ['campaign', 'year', 'organisation', 'registered_on'],
  optionalColumns: ['member', 'signed_on', 'items'],
  keyColumns: ['campaign', 'year', 'organisation', 'member'],
  dateColumn: 'registered_on',
  queries: 'pledges',
  commands(row) {
    const member = row.optionalId('member');
    const key = {
      campaign: row.id('campaign'),
      year: row.integer('year'),
      organisation: row.id('organisation'),
      ...(member === undefined ? {} : { member }),
    };
    const signedOn = row.optionalDate('signed_on');
    const commands: RowCommand[] = [
      {
        command: { type: 'RegisterPledge', ...key, items: row.list('items') },
        effectiveAt: startOfDay(row.date('registered_on')),
        datedBy: 'registered_on',
      },
    ];
    if (signedOn !== undefined) {
      commands.push({
        command: { type: 'SignPledge', ...key },
        effectiveAt: startOfDay(signedOn),
        datedBy: 'signed_on',
      });
    }
    return commands;
  },
};
