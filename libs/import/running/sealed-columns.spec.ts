import { WARD, asFiles, ImportingOffice, refusedRows } from '../testing';
import { reportAsCsv, summaryOf } from '../report/import-report';
import type { Ward } from '../testing';

const NAMES = ['Thử Nghiệm', 'Số Hai', 'Số Ba'];

/** The members with names, or other values of what is sealed. */
function withIdentities(ward: Ward, names: readonly string[], birth = ''): Ward {
  const [header = [], ...rows] = ward.members ?? [];
  const named = rows.map((row, at) => [
    ...row,
    names[at] ?? '',
    names[at] === undefined ? '' : birth,
    '',
  ]);
  const members = [[...header, 'full_name', 'date_of_birth', 'card_number'], ...named];
  return { ...ward, members };
}

describe('Names in a bundle', () => {
  let office: ImportingOffice;

  beforeEach(async () => {
    office = await ImportingOffice.open();
  });

  afterEach(() => office.close());

  const recorded = async () =>
    (await office.log.readAllSlice({ maxCount: 10_000 })).filter(
      ({ type }) => type === 'MemberIdentityRecorded',
    );

  it('are recorded sealed, once, also when they are added to rows that were imported', async () => {
    await office.take(asFiles(WARD));
    const added = await office.take(asFiles(withIdentities(WARD, NAMES)));
    expect(refusedRows(added)).toEqual([]);
    expect(await recorded()).toHaveLength(NAMES.length);
    expect(JSON.stringify((await recorded()).map(({ data }) => data))).not.toContain('Nghiệm');
    await office.take(asFiles(withIdentities(WARD, NAMES)));
    await office.take(asFiles(WARD));
    expect(await recorded()).toHaveLength(NAMES.length);
  });

  it('that changed are reported by their column, and never shown', async () => {
    await office.take(asFiles(withIdentities(WARD, NAMES)));
    const report = await office.take(
      asFiles(withIdentities(WARD, ['Tên Khác', ...NAMES.slice(1)])),
    );
    expect(refusedRows(report)).toEqual([
      expect.objectContaining({ file: 'members.csv', column: 'full_name', code: 'CHANGED_ROW' }),
    ]);
    const told = reportAsCsv(report) + summaryOf(report);
    expect(told).not.toMatch(/Khác|Nghiệm/u);
  });

  it('and dates that cannot be taken are refused without a word of them', async () => {
    const report = await office.take(
      asFiles(withIdentities(WARD, ['x'.repeat(201)], '1980-13-45')),
    );
    const columns = refusedRows(report).filter(({ file }) => file === 'members.csv');
    expect(new Set(columns.map(({ column }) => column))).toEqual(
      new Set(['full_name', 'date_of_birth']),
    );
    expect(reportAsCsv(report) + summaryOf(report)).not.toMatch(/xxx|1980-13-45/u);
  });
});
