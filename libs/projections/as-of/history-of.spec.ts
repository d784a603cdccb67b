import { recorded } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import { admitted, closed, established, merged, on, reparented } from '../scorecards/testing';
import { inTimeline, placesIn } from '../timeline/testing';
import { historyOf, HistoryTooLong } from '.';

const BOUNDS = { through: 1_000_000n, limit: 10_000 };

const TREE = [
  established('S', undefined, 'SUPERIOR_COMMITTEE'),
  established('C', 'S', 'GRASSROOTS_COMMITTEE'),
  established('D', 'S', 'GRASSROOTS_COMMITTEE'),
  established('K', 'C'),
  established('L', 'D'),
];

function pledged(organisation: string): ToRecord {
  const framework = { id: 'f', version: 1 };
  const data = { campaign: 'c', year: 2024, organisation, framework, items: [], campaignRoot: 'S' };
  return on('2024-02-01', { type: 'PledgeRegistered', data });
}

/** The committee D with so many cells, each with as much of a history. */
function others(cells: number): readonly ToRecord[] {
  return Array.from({ length: cells }, (_, at) => `other-${at}`).flatMap((cell) => [
    established(cell, 'D'),
    admitted(`member-${cell}`, cell),
    pledged(cell),
    closed(cell, 2024),
  ]);
}

/** How many events are read to tell about the cell K, and how many of them are told. */
function costAmong(cells: number) {
  const facts = recorded(
    ...TREE,
    admitted('m1', 'K'),
    pledged('K'),
    ...others(cells),
    closed('K', 2024),
  );
  let read = 0;
  const counted: ReturnType<typeof placesIn> = {
    readAt: (positions) => {
      read += positions.length;
      return placesIn(facts).readAt(positions);
    },
  };
  return inTimeline(
    facts,
    async (timeline) => {
      const known = { organisations: ['K'], years: [2024] };
      const { events } = await historyOf(timeline, known, BOUNDS);
      return { read, told: events.length };
    },
    counted,
  );
}

async function typesOf(facts: readonly ToRecord[], organisation: string) {
  return inTimeline(recorded(...facts), async (timeline) => {
    const { events } = await historyOf(timeline, { organisations: [organisation] }, BOUNDS);
    return events.map(({ type, stream }) => `${type} ${stream}`);
  });
}

describe('the history behind an answer', () => {
  it('costs what the organisation has, however much others have', async () => {
    const [few, many] = [await costAmong(3), await costAmong(300)];
    expect(many).toEqual(few);
    expect(few.read).toBeLessThan(15);
  });

  it('holds what was recorded of a cell before it came below the committee', async () => {
    const moved = [...TREE, closed('L', 2024), reparented('L', 'D', 'C', '2025-07-01')];
    expect(await typesOf(moved, 'C')).toContain('PeriodClosed year-L-2024');
    expect(await typesOf(moved, 'K')).not.toContain('PeriodClosed year-L-2024');
  });

  it('holds what one did that was merged into the organisation', async () => {
    const facts = [...TREE, closed('L', 2024), merged('L', 'K', '2025-07-01')];
    expect(await typesOf(facts, 'K')).toContain('PeriodClosed year-L-2024');
  });

  it('holds what else is recorded of its members', async () => {
    const elsewhere = on('2024-05-01', {
      type: 'MemberSuspended',
      data: { member: 'm1', organisation: 'L' },
    });
    const transfer = on('2024-06-01', {
      type: 'MemberTransferred',
      data: { member: 'm1', from: 'L', to: 'K' },
    });
    const facts = [...TREE, admitted('m1', 'L'), elsewhere, transfer];
    expect(await typesOf(facts, 'K')).toContain('MemberSuspended member-m1');
  });

  it('ends at the position asked about', async () => {
    const events = await inTimeline(recorded(...TREE, closed('K', 2024)), async (timeline) => {
      const bounds = { ...BOUNDS, through: 50n };
      return (await historyOf(timeline, { organisations: ['K'] }, bounds)).events;
    });
    expect(events.map(({ position }) => position)).toEqual([10n, 20n, 40n]);
  });

  it('is everything where nothing bounds it, and refused beyond a limit', async () => {
    await inTimeline(recorded(...TREE, ...others(3)), async (timeline) => {
      const all = await historyOf(timeline, { everything: true }, BOUNDS);
      expect(all.events).toHaveLength(TREE.length + 12);
      expect(all.isWhole('whoever')).toBe(true);
      const few = { ...BOUNDS, limit: 5 };
      await expect(historyOf(timeline, { everything: true }, few)).rejects.toBeInstanceOf(
        HistoryTooLong,
      );
    });
  });
});
