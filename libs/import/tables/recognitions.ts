import { startOfDay } from '#vocabulary';
import { committeeOf } from './on-behalf';
import type { RowCommand, TableImport } from './table-import';

export const recognitions: TableImport = {
  gives: ['GrantRecognition', 'RefuseRecognition', 'PublishRecognition'],
  requiredColumns: ['organisation', 'year', 'decision', 'number', 'decided_by', 'decided_on'],
  optionalColumns: ['published_on'],
  keyColumns: ['organisation', 'year'],
  dateColumn: 'decided_on',
  // A committee's recognition may rest on those of its cells, a few rows above.
  oneByOne: true,
  queries: 'scorecards',
  commands(row) {
    const key = { organisation: row.id('organisation'), year: row.integer('year') };
    const decision = row.oneOf('decision', ['GRANTED', 'REFUSED']);
    const publishedOn = row.optionalDate('published_on');
    const commands: RowCommand[] = [
      {
        command: {
          type: decision === 'GRANTED' ? 'GrantRecognition' : 'RefuseRecognition',
          ...key,
          number: row.text('number', 100),
          decidedBy: row.id('decided_by'),
        },
        effectiveAt: startOfDay(row.date('decided_on')),
        datedBy: 'decided_on',
        onBehalfOf: committeeOf(row.id('decided_by')),
      },
    ];
    if (publishedOn !== undefined) {
      commands.push({
        command: { type: 'PublishRecognition', ...key },
        effectiveAt: startOfDay(publishedOn),
        datedBy: 'published_on',
      });
    }
    return commands;
  },
};
