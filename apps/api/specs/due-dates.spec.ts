import { pledgedCell, recognisedCell } from '../testing/recognised-cell';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const RECORDED = `{ history(filter: { actor: "due-dates" }, first: 200) {
  edges { node { type effectiveAt data } } } }`;

interface Recorded {
  readonly history: {
    readonly edges: readonly {
      readonly node: {
        readonly type: string;
        readonly effectiveAt: string;
        readonly data: { readonly month?: number; readonly quarter?: number };
      };
    }[];
  };
}

describe('What time brings', () => {
  let api: TestApi;
  let today: string;

  beforeEach(async () => {
    today = '2024-01-05';
    api = await startTestApi({ now: () => new Date(`${today}T20:00:00+07:00`) });
  });

  afterEach(() => api.stop());

  async function theDayIs(date: string): Promise<void> {
    today = date;
    await api.settle();
  }

  /** As `type month-or-quarter on date`, in the order recorded. */
  async function recorded(): Promise<readonly string[]> {
    const { data } = await api.ask(RECORDED);
    return (data as unknown as Recorded).history.edges.map(({ node }) => {
      const { month, quarter } = node.data;
      const description = [node.type, month, quarter]
        .filter((part) => part !== undefined)
        .join(' ');
      return `${description} on ${node.effectiveAt.slice(0, 10)}`;
    });
  }

  async function obligations(from: string, to: string) {
    const { data } = await api.ask(
      `query ($from: Date!, $to: Date!) { obligations(under: "district", from: $from, to: $to) {
        edges { node { kind period dueOn state overdue { type } } } } }`,
      { from, to },
    );
    const { obligations: found } = data as { obligations: { edges: { node: object }[] } };
    return found.edges.map(({ node }) => node);
  }

  it('is nothing while a month can still have its meeting', async () => {
    await pledgedCell(api);
    await theDayIs('2024-01-31');

    expect(await recorded()).toEqual([]);
  });

  it('is a missed meeting on the day after, once', async () => {
    await pledgedCell(api);
    await theDayIs('2024-02-01');
    await theDayIs('2024-02-02');

    expect(await recorded()).toEqual(['MeetingMissed 1 on 2024-01-31']);
    expect(await obligations('2024-01-01', '2024-02-29')).toEqual([
      {
        kind: 'REGULAR_MEETING',
        period: 1,
        dueOn: '2024-01-31',
        state: 'OVERDUE',
        overdue: { type: 'MeetingMissed' },
      },
      { kind: 'REGULAR_MEETING', period: 2, dueOn: '2024-02-29', state: 'OPEN', overdue: null },
    ]);
  });

  it('is caught up with after a long stop, in the order of the dates', async () => {
    await pledgedCell(api);
    await theDayIs('2025-03-01');
    const months = Array.from({ length: 12 }, (_, index) => `MeetingMissed ${index + 1} on`);
    const before = await recorded();

    expect(before).toHaveLength(17);
    expect(before.at(-1)).toBe('PeriodClosed on 2025-01-31');
    for (const month of months) expect(before.join('\n')).toContain(month);
    const dates = before.map((line) => line.slice(-10));
    expect(dates).toEqual([...dates].sort());

    await theDayIs('2025-03-02');
    expect(await recorded()).toEqual(before);
  });

  it('is the overdue publication of a recognition, after the days that the framework gives', async () => {
    today = '2025-01-20';
    await recognisedCell(api);
    await api.settle();
    expect((await recorded()).join()).not.toContain('PublicationOverdue');

    await theDayIs('2025-01-21');
    expect(await recorded()).toContain('PublicationOverdue on 2025-01-21');
    expect(await obligations('2025-01-20', '2025-01-20')).toEqual([
      {
        kind: 'PUBLICATION',
        period: null,
        dueOn: '2025-01-20',
        state: 'OVERDUE',
        overdue: { type: 'PublicationOverdue' },
      },
    ]);
  });
});
