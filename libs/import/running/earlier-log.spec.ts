import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aggregateOfEvent } from '#domain';
import type { DomainEvent } from '#domain';
import type { NewEvent } from '#event-log';
import { bundleOfFiles } from '../reading/bundle-files';
import { readBundleFiles } from '../reading/find-files';
import { ImportingOffice, WARD, asFiles, asWorkbook, refusedRows, withCell } from '../testing';
import type { ImportReport } from '../report/import-report';

const EARLIER = join(__dirname, '../testing/earlier');

type Recorded = NewEvent<DomainEvent['type'], DomainEvent['data']> & { readonly stream: string };

const outcomes = ({ results }: ImportReport) => [...new Set(results.map(({ outcome }) => outcome))];

/** Recorded when rows were told apart by how they were spelled, from the files beside it. */
describe('A log of an earlier version', () => {
  let office: ImportingOffice;
  let head: unknown;

  beforeEach(async () => {
    office = await ImportingOffice.open();
    const lines = readFileSync(join(EARLIER, 'log.ndjson'), 'utf8').trimEnd().split('\n');
    const revisions = new Map<string, number>();
    for (const line of lines) {
      const { stream: _, ...event } = JSON.parse(line) as Recorded;
      // As `npm run migrate` has put it: streams had other names then.
      const stream = aggregateOfEvent(event.type).streamOf(event.data);
      const revision = revisions.get(stream);
      await office.log.append(stream, revision ?? 'no-stream', [event]);
      revisions.set(stream, (revision ?? -1) + 1);
    }
    head = await office.log.head();
  });

  afterEach(() => office.close());

  it('has every row of the files that it was imported from', async () => {
    const report = await office.take(await readBundleFiles(join(EARLIER, 'files')));
    expect(refusedRows(report)).toEqual([]);
    expect(outcomes(report)).toEqual(['ALREADY_THERE']);
    expect(await office.log.head()).toBe(head);
  });

  it.each([
    ['files', () => Promise.resolve(asFiles(ward))],
    ['a workbook', async () => [{ path: 'ward.xlsx', content: await asWorkbook(ward) }]],
  ])('has them, too, in %s that spell their values otherwise', async (_, files) => {
    const report = await office.take(await files());
    expect(refusedRows(report)).toEqual([]);
    expect(outcomes(report)).toEqual(['ALREADY_THERE']);
    expect(await office.log.head()).toBe(head);
  });

  it.each([
    ['targets', 1, 'assigned', '95', 'was “95.20”, and is “95” now'],
    ['meetings', 1, 'superior_attended', 'true', 'was “false”, and is “true” now'],
    ['meetings', 2, 'starts_at', '2024-01-06T19:30:00+07:00', 'starts_at was'],
    ['meetings', 1, 'minutes_adopted_on', '', 'was “2024-01-05”, and is empty now'],
    ['pledges', 2, 'signed_on', '2024-01-20', 'was empty, and is “2024-01-20” now'],
    ['campaigns', 1, 'legal_basis', '', 'legal_basis was “81-KH/TU;2023-05-17;Ban”'],
    ['grievances', 1, 'flags', 'CROWD', 'was “CROWD|PROLONGED”, and is “CROWD” now'],
    ['assessments', 1, 'appraised_by', 'y', 'was “x”, and is “y” now'],
    ['cases', 1, 'prohibited_thing', '', 'was “14”, and is empty now'],
  ])('of %s tells what changed in row %s: %s', async (table, row, column, value, reason) => {
    const other = withCell(ward, table, row, column, value);
    const refused = refusedRows(await office.take(asFiles(other)));
    expect(refused).toContainEqual(
      expect.objectContaining({
        file: `${table}.csv`,
        column,
        code: 'CHANGED_ROW',
        reason: expect.stringContaining(reason) as string,
      }),
    );
    expect(await office.log.head()).toBe(head);
  });
});

/** The values of the earlier files, each in its plain spelling. */
const ward = withCell(
  withCell(WARD, 'organisations', 3, 'name', 'Chi bộ\nkhóm 1'),
  'targets',
  2,
  'year',
  '2024',
);

describe('The earlier files', () => {
  it('have the same tables', async () => {
    const { tables } = await bundleOfFiles(await readBundleFiles(join(EARLIER, 'files')));
    expect([...tables.keys()].sort()).toEqual(Object.keys(WARD).sort());
  });
});
