import { recorded } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import {
  Projected,
  admittedMany,
  censusFramework,
  established,
  on,
  pledged,
  published,
  rated,
} from '../testing';

const COMMITTEE = 'c1';
const CELL = 'k1';

/** A committee with a cell of two members, both rated and recognised for 2024. */
function recognised(): ToRecord[] {
  return [
    published(censusFramework('year-end', '12-31')),
    established('district', undefined, 'SUPERIOR_COMMITTEE'),
    established(COMMITTEE, 'district', 'GRASSROOTS_COMMITTEE'),
    established(CELL, COMMITTEE),
    ...admittedMany(CELL, 2),
    ...pledged(COMMITTEE, 2024, 'year-end'),
    ...pledged(CELL, 2024, 'year-end'),
    rated('m-k1-1', CELL, 2024, 'GOOD'),
    rated('m-k1-2', CELL, 2024, 'GOOD'),
    granted(CELL),
    granted(COMMITTEE),
  ];
}

function granted(organisation: string): ToRecord {
  const data = { organisation, year: 2024, number: '1-QĐ/ĐU', decidedBy: 'district' };
  return on('2025-01-10', { type: 'RecognitionGranted', data });
}

function revised(level: 'EXCELLENT' | 'COMPLETED'): ToRecord {
  return on('2025-03-01', {
    type: 'RatingRevised',
    data: { member: 'm-k1-1', organisation: CELL, year: 2024, level, decidedBy: COMMITTEE },
  });
}

const revoked = on('2025-04-01', {
  type: 'RecognitionRevoked',
  data: { organisation: CELL, year: 2024, decidedBy: 'district' },
});

function required(organisation: string, ...causes: readonly string[]): ToRecord {
  const data = { organisation, year: 2024, causes };
  return on('2025-03-02', { type: 'RecognitionReviewRequired', data });
}

async function laterFactsOf(organisation: string, facts: readonly ToRecord[]) {
  const { causes, reviewDue } = (await Projected.from(...facts)).scorecard(organisation, 2024);
  return { causes: causes.map(({ event }) => event), reviewDue };
}

function idOfLast(facts: readonly ToRecord[]): string {
  return recorded(...facts).at(-1)?.id ?? '';
}

describe('A recognition that stands', () => {
  it('is in doubt through a later fact that changes what it rests on, also that of the committee above', async () => {
    const facts = [...recognised(), revised('COMPLETED')];
    const inDoubt = { causes: [idOfLast(facts)], reviewDue: true };

    expect(await laterFactsOf(CELL, facts)).toEqual(inDoubt);
    expect(await laterFactsOf(COMMITTEE, facts)).toEqual(inDoubt);
  });

  it('names the one fact that did it, whatever else its batch brought', async () => {
    const before = [...recognised(), revised('COMPLETED')];
    const facts = [
      ...before,
      on('2025-03-03', { type: 'PeriodClosed', data: { organisation: CELL, year: 2024 } }),
      rated('m-k1-2', CELL, 2025, 'FAILED'),
    ];

    expect(await laterFactsOf(CELL, facts)).toEqual({
      causes: [idOfLast(before)],
      reviewDue: true,
    });
  });

  it('is not in doubt through what leaves every figure as it was', async () => {
    expect(await laterFactsOf(CELL, [...recognised(), revised('EXCELLENT')])).toEqual({
      causes: [],
      reviewDue: false,
    });
  });

  it('waits for no review once one was required for the fact', async () => {
    const facts = [...recognised(), revised('COMPLETED')];
    const cause = idOfLast(facts);

    expect(await laterFactsOf(CELL, [...facts, required(CELL, cause)])).toEqual({
      causes: [cause],
      reviewDue: false,
    });
  });

  it("puts a committee's in doubt when it is revoked, and is over with it", async () => {
    const facts = [...recognised(), revoked];

    expect(await laterFactsOf(COMMITTEE, facts)).toEqual({
      causes: [idOfLast(facts)],
      reviewDue: true,
    });
    expect(await laterFactsOf(CELL, facts)).toEqual({ causes: [], reviewDue: false });
  });

  it('that is granted anew has nothing to do with what came before', async () => {
    const facts = [...recognised(), revised('COMPLETED'), revoked, granted(CELL)];

    expect(await laterFactsOf(CELL, facts)).toEqual({ causes: [], reviewDue: false });
  });
});
