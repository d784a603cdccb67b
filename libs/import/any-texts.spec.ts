import fc from 'fast-check';
import { PROJECTIONS } from '#projections';
import { brokenTextRule, canonicalText, FREE_TEXT } from '#vocabulary';
import { anyText, numberOfTexts } from '#vocabulary/testing';
import { asCsvFiles, asFiles, asWorkbookOfTexts, ImportingOffice, WARD } from './testing';
import type { RowResult } from './report/import-report';

/** One text in one column of a row against which nothing else stands. */
interface Placed {
  readonly table: string;
  readonly column: string;
  readonly text: string;
}

/** Rows of these tables are new ones, under an id of their own; those of the others, rows of the ward that change. */
const OWN_ID: Readonly<Record<string, string>> = {
  organisations: 'id',
  members: 'id',
  campaigns: 'id',
  targets: 'code',
  meetings: 'id',
  grievances: 'id',
};

/** Columns whose values are texts of their own: whoever reads them back must find them as they were given. */
const READ_BACK: Readonly<Record<string, readonly string[]>> = {
  organisations: ['id', 'name', 'type'],
  members: ['id'],
  campaigns: ['id'],
  targets: ['code', 'title', 'unit'],
  meetings: ['id'],
  grievances: ['id'],
};

const PLACES = Object.entries(WARD).flatMap(([table, [header = []]]) =>
  header.map((column) => ({ table, column })),
);

const SPELLINGS = {
  CSV: { write: asCsvFiles, stored: (text: string) => text.toWellFormed() },
  XLSX: { write: asWorkbookOfTexts, stored: (text: string) => text },
} as const;

/** Rows of one import: enough that stores are not the time that it takes. */
const ROWS = 100;

describe.each(['CSV', 'XLSX'] as const)('Any text in any column of %s', (kind) => {
  const { write, stored } = SPELLINGS[kind];
  let office: ImportingOffice;
  let rows = 0;
  let readBack = 0;

  beforeAll(async () => {
    office = await ImportingOffice.open(PROJECTIONS);
    await office.take(asFiles(WARD));
  });
  afterAll(() => office.close());

  function rowOf({ table, column, text }: Placed): readonly string[] {
    const [header = [], row = []] = WARD[table] ?? [];
    rows += 1;
    const own = OWN_ID[table];
    const identified = own === undefined ? row : row.with(header.indexOf(own), `x${rows}`);
    return identified.with(header.indexOf(column), text);
  }

  async function judge(placed: readonly Placed[]): Promise<void> {
    const ward: Record<string, (readonly string[])[]> = {};
    const places = new Map<string, Placed>();
    for (const place of placed) {
      const table = ward[place.table] ?? [WARD[place.table]?.[0] ?? []];
      ward[place.table] = table;
      table.push(rowOf(place));
      places.set(`${place.table} ${table.length}`, place);
    }
    const before = (await office.events()).length;
    const { results } = await office.take(write(ward));
    const recorded = textsIn((await office.events()).slice(before).map(({ data }) => data));
    const byRow = Map.groupBy(results, (result) => `${tableOf(result)} ${result.row}`);
    for (const [place, told] of [...places].map(
      ([row, placed]) => [placed, byRow.get(row)] as const,
    )) {
      expectTold(place, told ?? [], recorded);
    }
    const ofFiles = results.filter(({ row }) => row === 0);
    expect(ofFiles).toEqual([]);
  }

  function expectTold(
    place: Placed,
    results: readonly RowResult[],
    recorded: ReadonlySet<unknown>,
  ): void {
    const { table, column } = place;
    const text = canonicalText(stored(place.text).trim());
    if (results[0]?.outcome === 'REFUSED') {
      const named = results.map((result) => result.column ?? '');
      const isText = brokenTextRule(text, FREE_TEXT) === undefined;
      // A cell that stands alone where another is needed is not read before that is there.
      const isAlone = results.some(({ code }) => code === 'MISSING_VALUE');
      // What is a text may be a member or a body that there is not: then it may be another column that does not fit it.
      const header = WARD[table]?.[0] ?? [];
      expect([place, header]).toEqual([place, expect.arrayContaining(named)]);
      if (!isText && !isAlone) {
        expect([place, named]).toEqual([place, expect.arrayContaining([column])]);
      }
      return;
    }
    expect([place, results.length]).toEqual([place, 1]);
    const isKept = READ_BACK[table]?.includes(column) === true && !text.startsWith('="');
    if (results[0]?.outcome !== 'RECORDED' || !isKept) return;
    readBack += 1;
    expect([place, recorded.has(text)]).toEqual([place, true]);
  }

  it('is refused with its column, or recorded and read back the same, and every read model goes on', async () => {
    const placed = fc
      .tuple(fc.constantFrom(...PLACES), anyText)
      .map(([place, text]) => ({ ...place, text }));
    const batch = fc.array(placed, { minLength: ROWS, maxLength: ROWS, size: 'max' });
    await fc.assert(fc.asyncProperty(batch, judge), {
      numRuns: Math.ceil(numberOfTexts(400) / ROWS),
      endOnFailure: true,
    });

    expect(await office.statesOfModels()).toEqual(new Set(['RUNNING']));
    expect(readBack).toBeGreaterThan(numberOfTexts(400) / 50);
  });
});

/** `w.xlsx#members` and `members.csv` hold the table of members. */
function tableOf({ file }: RowResult): string {
  return Object.keys(WARD).find((table) => new RegExp(`\\b${table}\\b`).test(file)) ?? file;
}

function textsIn(value: unknown, texts = new Set<unknown>()): ReadonlySet<unknown> {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) textsIn(part, texts);
  } else {
    texts.add(value);
  }
  return texts;
}
