import fc from 'fast-check';
import { LogUnavailable } from '#event-log';
import { BundleUnreadable } from '../reading/bundle';
import { bundleOfFiles } from '../reading/bundle-files';
import {
  FRAMEWORK,
  ImportingOffice,
  WARD,
  asFiles,
  changed,
  refusedRows,
  withCell,
} from '../testing';
import type { Ward } from '../testing';

let office: ImportingOffice;

beforeEach(async () => {
  office = await ImportingOffice.open();
});

afterEach(async () => office.close());

/** The scorecards of an office that took this bundle alone. */
async function scorecardsOf(ward: Ward): Promise<unknown> {
  const other = await ImportingOffice.open();
  try {
    await other.take(asFiles(ward));
    return await other.scorecards();
  } finally {
    await other.close();
  }
}

describe('A bundle', () => {
  it('imported again adds nothing, wherever its rows stand now', async () => {
    await office.take(asFiles(WARD));
    const head = await office.log.head();
    const turned = Object.keys(WARD).reduce(
      (ward, table) => changed(ward, table, (rows) => [...rows].reverse()),
      WARD,
    );
    const again = [await office.take(asFiles(WARD)), await office.take(asFiles(turned))];
    const outcomes = again.flatMap(({ results }) => results.map(({ outcome }) => outcome));
    expect(new Set(outcomes)).toEqual(new Set(['ALREADY_THERE']));
    expect(await office.log.head()).toBe(head);
  });

  it('reports a changed row, and records nothing of it', async () => {
    await office.take(asFiles(WARD));
    const head = await office.log.head();
    const other = withCell(
      withCell(WARD, 'organisations', 3, 'name', 'Other'),
      'ratings',
      1,
      'level',
      'EXCELLENT',
    );
    expect(refusedRows(await office.take(asFiles(other)))).toEqual([
      expect.objectContaining({ file: 'organisations.csv', row: 4, code: 'CHANGED_ROW' }),
      expect.objectContaining({ file: 'ratings.csv', row: 2, code: 'CHANGED_ROW' }),
    ]);
    expect(await office.log.head()).toBe(head);
  });

  it('reports the second of two rows that say different things of the same', async () => {
    const twice = changed(WARD, 'closings', (rows) => [...rows, ['k1', '2024', '2025-01-06']]);
    expect(refusedRows(await office.take(asFiles(twice)))).toEqual([
      expect.objectContaining({ file: 'closings.csv', row: 3, code: 'CHANGED_ROW' }),
    ]);
  });

  it('in two portions leads to what it leads to at once', async () => {
    const june = Object.keys(WARD).reduce<Ward>(
      (ward, table) => changed(ward, table, (rows) => rows.filter((row) => isUntilJune(row))),
      WARD,
    );
    await office.take(asFiles(june));
    expect(refusedRows(await office.take(asFiles(WARD)))).toEqual([]);
    expect(await office.scorecards()).toEqual(await scorecardsOf(WARD));
  });

  it('takes in a second portion what the first lacked the ground for', async () => {
    const { organisations: _, ...without } = WARD;
    const first = await office.take(asFiles(without));
    expect(refusedRows(first).length).toBeGreaterThan(10);
    expect(refusedRows(await office.take(asFiles(WARD)))).toEqual([]);
    expect(await office.scorecards()).toEqual(await scorecardsOf(WARD));
  });

  it('interrupted and repeated leads to what it leads to at once', async () => {
    for (const calls of [1, 7, 20]) {
      let left = calls;
      const failing: Pick<typeof office.gateway, 'execute'> = {
        execute: (given) => {
          left -= 1;
          return left < 0 ? Promise.reject(new Error('power cut')) : office.gateway.execute(given);
        },
      };
      await expect(office.take(asFiles(WARD), failing)).rejects.toThrow('power cut');
    }
    expect(refusedRows(await office.take(asFiles(WARD)))).toEqual([]);
    expect(await office.scorecards()).toEqual(await scorecardsOf(WARD));
  });

  it('in any order of rows leads to the same scorecards', async () => {
    const expected = await scorecardsOf(WARD);
    const tables = Object.entries(WARD).map(([name, [, ...rows]]) =>
      fc
        .shuffledSubarray(rows, { minLength: rows.length })
        .map((shuffled) => [name, shuffled] as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.tuple(...tables), async (shuffled) => {
        const ward = shuffled.reduce(
          (changedWard, [name, rows]) => changed(changedWard, name, () => rows),
          WARD,
        );
        expect(await scorecardsOf(ward)).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });
});

/** The first date in the row is that of the fact itself. */
function isUntilJune(row: readonly string[]): boolean {
  const date = row.find((cell) => /^\d{4}-\d{2}-\d{2}/.test(cell));
  return date === undefined || date <= '2024-06-30';
}

describe('A store that is away in the middle of an import', () => {
  /** Each call finds it away as often, before it is there. */
  const awayFor = (times: number): Pick<typeof office.gateway, 'execute'> => {
    const tries = new Map<string, number>();
    return {
      execute: async (given) => {
        const { commandId } = given[0] ?? { commandId: '' };
        const tried = tries.get(commandId) ?? 0;
        tries.set(commandId, tried + 1);
        if (tried < times) throw new LogUnavailable('Appending failed: no answer', 'unknown');
        return office.gateway.execute(given);
      },
    };
  };

  it('is waited for: nothing is refused, and it is told why and how often', async () => {
    const report = await office.take(asFiles(WARD), awayFor(2));
    expect(refusedRows(report)).toEqual([]);
    expect(await office.scorecards()).toEqual(await scorecardsOf(WARD));
    const reason = 'Appending failed: no answer';
    expect(office.waited.slice(0, 2)).toEqual([
      { reason, tries: 1 },
      { reason, tries: 2 },
    ]);
  });

  it.each([
    ['what became of it is not known', 'unknown'],
    ['what was read after it failed', 'not-stored'],
  ] as const)('has recorded a row and %s: it counts as recorded, as it is', async (_, outcome) => {
    const unanswered = new Set<string>();
    const execute: typeof office.gateway.execute = async (given) => {
      const receipt = await office.gateway.execute(given);
      if (unanswered.has(receipt.commandId)) return receipt;
      unanswered.add(receipt.commandId);
      throw new LogUnavailable('The store did not answer', outcome);
    };
    const { results } = await office.take(asFiles(WARD), { execute });
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['RECORDED']));
  });

  it('is not waited for once the service stops: repeating the import resumes it', async () => {
    const taking = office.take(asFiles(WARD), awayFor(Number.POSITIVE_INFINITY));
    office.stopping.abort();
    await expect(taking).rejects.toThrow(LogUnavailable);
    expect(refusedRows(await office.take(asFiles(WARD)))).toEqual([]);
  });
});

describe('A bad row', () => {
  it('does not stop those that do not rest on it', async () => {
    const bad = withCell(WARD, 'organisations', 4, 'kind', '?');
    const report = await office.take(asFiles(bad));
    const refused = refusedRows(report);
    expect(refused[0]).toEqual({
      file: 'organisations.csv',
      row: 5,
      outcome: 'REFUSED',
      column: 'kind',
      code: 'NOT_ONE_OF',
      reason: expect.stringContaining('SUBORDINATE_CELL') as string,
    });
    expect(refused.some(({ file, row }) => file === 'meetings.csv' && row === 3)).toBe(true);
    const recorded = report.results.filter(
      ({ file, outcome }) => file === 'meetings.csv' && outcome === 'RECORDED',
    );
    expect(recorded.map(({ row }) => row)).toEqual([2, 4]);
  });

  it('is told with every cell that is wrong', async () => {
    const bad = withCell(
      withCell(WARD, 'members', 1, 'admitted_on', 'once'),
      'members',
      1,
      'official_on',
      '3',
    );
    const refused = refusedRows(await office.take(asFiles(bad)));
    expect(refused.slice(0, 2).map(({ column, code }) => [column, code])).toEqual([
      ['admitted_on', 'NOT_A_DATE'],
      ['official_on', 'NOT_A_DATE'],
    ]);
  });

  it('is recorded as a whole or not at all', async () => {
    const bad = withCell(WARD, 'pledges', 1, 'signed_on', '2999-01-01');
    const refused = refusedRows(await office.take(asFiles(bad)));
    expect(refused[0]).toMatchObject({ row: 2, column: 'signed_on', code: 'EFFECTIVE_IN_FUTURE' });
    const events = await office.events();
    expect(events.some(({ stream }) => stream === 'pledge-2024-k1')).toBe(false);
  });
});

describe('The columns of a table', () => {
  const tableWith = (header: readonly string[]): Ward => ({
    ...WARD,
    closings: [header, ['k1', '2024', '2025-01-05', 'x']],
  });

  it('are missed where they are needed: none of its rows is taken', async () => {
    const refused = refusedRows(
      await office.take(asFiles(tableWith(['organisation', 'year', 'date']))),
    );
    expect(refused).toEqual([
      expect.objectContaining({ row: 0, column: 'on', code: 'MISSING_COLUMN' }),
    ]);
  });

  it('are refused where they come twice', async () => {
    const twice = tableWith(['organisation', 'year', 'on', 'on']);
    expect(refusedRows(await office.take(asFiles(twice)))).toEqual([
      expect.objectContaining({ row: 0, column: 'on', code: 'COLUMN_TWICE' }),
    ]);
  });

  it('are left alone where the import does not know them, and this is told', async () => {
    const extra = tableWith(['organisation', 'year', 'on', 'note']);
    const { results } = await office.take(asFiles(extra));
    expect(results.filter(({ file }) => file === 'closings.csv')).toEqual([
      expect.objectContaining({ row: 0, column: 'note', outcome: 'IGNORED' }),
      { file: 'closings.csv', row: 2, outcome: 'RECORDED' },
    ]);
    const again = await office.take(asFiles(WARD));
    expect(new Set(again.results.map(({ outcome }) => outcome))).toEqual(
      new Set(['ALREADY_THERE']),
    );
  });
});

describe('A framework file', () => {
  const file = (path: string, content: unknown) => ({
    path: `frameworks/${path}`,
    content: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content, null, 2)),
  });

  it('is drafted and published, or only drafted', async () => {
    await office.take([
      file('a.json', FRAMEWORK),
      file('b.json', { ...FRAMEWORK, id: 'other', draft: true }),
    ]);
    const events = await office.events();
    expect(events.map(({ stream, type }) => `${stream} ${type}`)).toEqual([
      'framework-frame FrameworkDrafted',
      'framework-frame FrameworkPublished',
      'framework-other FrameworkDrafted',
    ]);
  });

  it('is the same however it is laid out', async () => {
    await office.take([file('a.json', FRAMEWORK)]);
    const { results } = await office.take([file('a.json', JSON.stringify(FRAMEWORK))]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['ALREADY_THERE']);
  });

  it('comes after the one that it extends, whatever they are called', async () => {
    const extension = { ...FRAMEWORK, id: 'local', extends: { id: 'frame', version: 1 } };
    const { results } = await office.take([file('a.json', extension), file('b.json', FRAMEWORK)]);
    expect(results.map(({ file: name, outcome }) => [name, outcome])).toEqual([
      ['frameworks/b.json', 'RECORDED'],
      ['frameworks/a.json', expect.anything()],
    ]);
  });

  it.each([
    ['no JSON', '{', 'NOT_JSON', undefined],
    ['a list', [], 'NOT_JSON', undefined],
    ['without id', { version: 1 }, 'MISSING_VALUE', 'id'],
    ['without version', { id: 'frame' }, 'MISSING_VALUE', 'version'],
  ])('is refused when it is %s', async (_, content, code, column) => {
    const [refused] = refusedRows(await office.take([file('a.json', content)]));
    expect(refused).toMatchObject({ code, ...(column === undefined ? {} : { column }) });
  });

  it('is refused where its definition is not valid, and the place is said', async () => {
    const invalid = file('a.json', { ...FRAMEWORK, profiles: [{}] });
    const [refused] = refusedRows(await office.take([invalid]));
    expect(refused).toMatchObject({ code: 'FRAMEWORK_INVALID', column: 'definition' });
    expect(refused?.reason).toContain('profiles[0]');
  });
});

describe('The files of a bundle', () => {
  it('are those that are named like a table; others are left alone', async () => {
    const bundle = await bundleOfFiles([
      ...asFiles(WARD),
      { path: 'notes.csv', content: Buffer.from('"') },
      { path: 'frameworks.csv', content: Buffer.from('id\n1\n') },
    ]);
    expect([...bundle.tables.keys()].sort()).toEqual(Object.keys(WARD).sort());
  });

  it.each([
    ['hold no table', [{ path: 'notes.csv', content: Buffer.from('a\n') }]],
    [
      'hold a table twice',
      [...asFiles(WARD), { path: ' Members.CSV', content: Buffer.from('id\n') }],
    ],
  ])('cannot be read when they %s', async (_, files) => {
    await expect(bundleOfFiles(files)).rejects.toBeInstanceOf(BundleUnreadable);
  });
});
