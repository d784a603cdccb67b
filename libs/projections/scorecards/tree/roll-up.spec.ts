import type { ToRecord } from '#projection-engine/testing';
import {
  Projected,
  admitted,
  admittedMany,
  censusFramework,
  closed,
  dissolved,
  established,
  merged,
  on,
  pledged,
  published,
  rated,
  reparented,
} from '../testing';

const GOOD = 'good-members';
const RECOGNISED = 'recognised-cells';

/** A district with two committees; the first has two cells, the second one; each cell has three members. */
function district(): ToRecord[] {
  return [
    published(censusFramework('year-end', '12-31')),
    published(censusFramework('midsummer', '06-30')),
    established('district', undefined, 'SUPERIOR_COMMITTEE'),
    established('c1', 'district', 'GRASSROOTS_COMMITTEE'),
    established('c2', 'district', 'GRASSROOTS_COMMITTEE'),
    established('k1', 'c1'),
    established('k2', 'c1'),
    established('k3', 'c2'),
    ...['k1', 'k2', 'k3'].flatMap((cell) => admittedMany(cell, 3)),
  ];
}

function membersOf(projected: Projected, organisation: string, year = 2024): number {
  return projected.scorecard(organisation, year).scorecard.members.rateable;
}

function recognition(organisation: string, year: number): ToRecord {
  const data = { organisation, year, number: '1-QĐ/ĐU', decidedBy: 'district' };
  return on(`${year}-12-20`, { type: 'RecognitionGranted', data });
}

describe('a committee', () => {
  it('counts the members of its cells, also of one without any fact in the year', async () => {
    const projected = await Projected.from(...district(), ...pledged('c1', 2024, 'year-end'));
    expect(membersOf(projected, 'c1')).toBe(6);
    expect(projected.scorecard('k1', 2024).outcome).toBe('NOT_PLEDGED');
  });

  it('is asked for, with all below the root of a campaign, once anybody pledged under it', async () => {
    const [registered] = pledged('k1', 2024, 'year-end');
    const reached = {
      ...registered,
      data: { ...registered?.data, campaignRoot: 'district' },
    } as ToRecord;
    const projected = await Projected.from(...district(), reached);
    const all = ['district', 'c1', 'c2', 'k1', 'k2', 'k3'];
    expect(all.map((one) => membersOf(projected, one))).toEqual([9, 6, 3, 3, 3, 3]);
    expect(all.map((one) => projected.scorecard(one, 2024).outcome)).toEqual(
      all.map(() => 'NOT_PLEDGED'),
    );
  });

  it('counts through a sectional committee between', async () => {
    const projected = await Projected.from(
      ...district(),
      established('sectional', 'c1', 'SECTIONAL_COMMITTEE'),
      established('k4', 'sectional'),
      ...admittedMany('k4', 5),
      ...pledged('c1', 2024, 'year-end'),
    );
    expect(membersOf(projected, 'c1')).toBe(11);
    expect(projected.scorecard('k4', 2024).lineage).toEqual(['k4', 'sectional', 'c1', 'district']);
  });

  it('passes at exactly nine of ten members and fails just below', async () => {
    const ratings = (levels: number): ToRecord[] =>
      Array.from({ length: 30 }, (_, index) =>
        rated(`m-big-${index + 1}`, 'big', 2024, index < levels ? 'GOOD' : 'COMPLETED'),
      );
    const facts = [
      ...district(),
      established('c3', 'district', 'GRASSROOTS_COMMITTEE'),
      established('big', 'c3'),
      ...admittedMany('big', 30),
      ...pledged('c3', 2024, 'year-end'),
    ];
    const exactly = await Projected.from(...facts, ...ratings(27));
    expect(exactly.condition('c3', 2024, GOOD)).toBe('MET 27/30');
    const below = await Projected.from(...facts, ...ratings(26));
    expect(below.condition('c3', 2024, GOOD)).toBe('FAILED 26/30');
  });

  it('stops counting those without facts when its pledge is withdrawn', async () => {
    const withdrawn = on('2024-03-01', {
      type: 'PledgeWithdrawn',
      data: { campaign: 'campaign-year-end', year: 2024, organisation: 'c1' },
    });
    const projected = await Projected.from(
      ...district(),
      ...pledged('c1', 2024, 'year-end'),
      withdrawn,
    );
    expect(projected.has('k1', 2024)).toBe(false);
    expect(projected.scorecard('c1', 2024).outcome).toBe('NOT_PLEDGED');
  });

  it('looks at each cell as of the census date of its own framework, whatever the cell is under', async () => {
    const projected = await Projected.from(
      ...district(),
      ...pledged('c1', 2024, 'midsummer'),
      ...pledged('k1', 2024, 'year-end'),
      on('2024-09-01', {
        type: 'MemberTransferred',
        data: { member: 'm-k1-1', from: 'k1', to: 'k3' },
      }),
    );
    expect(membersOf(projected, 'k1')).toBe(2);
    expect(membersOf(projected, 'c1')).toBe(6);
  });
});

describe('when the tree changes within the year', () => {
  it('counts a cell that is dissolved within the year until its members are transferred', async () => {
    const facts = [
      ...district(),
      ...[2024, 2025].flatMap((year) => pledged('c1', year, 'midsummer')),
      dissolved('k2', 'c1', '2024-05-30'),
    ];
    const left = await Projected.from(...facts);
    expect([membersOf(left, 'c1', 2024), membersOf(left, 'c1', 2025)]).toEqual([6, 3]);
    const data = { member: 'm-k2-1', from: 'k2', to: 'k3' };
    const moved = await Projected.from(
      ...facts,
      on('2024-06-10', { type: 'MemberTransferred', data }),
    );
    expect(membersOf(moved, 'c1', 2024)).toBe(5);
  });

  it('counts the members of a merged cell with the one that carries on, from that day on', async () => {
    const facts = [
      ...district(),
      ...[2024, 2025].flatMap((year) => [
        ...pledged('c1', year, 'midsummer'),
        ...pledged('c2', year, 'midsummer'),
        ...pledged('k2', year, 'midsummer'),
        ...pledged('k3', year, 'midsummer'),
      ]),
      merged('k2', 'k3', '2024-06-30'),
    ];
    const projected = await Projected.from(...facts);
    const counted = (year: number) =>
      ['c1', 'c2', 'k2', 'k3'].map((organisation) => membersOf(projected, organisation, year));
    expect(counted(2024)).toEqual([3, 6, 0, 6]);
    expect(counted(2025)).toEqual([3, 6, 0, 6]);
    const later = await Projected.from(...facts.slice(0, -1), merged('k2', 'k3', '2024-07-01'));
    expect(['c1', 'c2', 'k2', 'k3'].map((one) => membersOf(later, one, 2024))).toEqual([
      6, 3, 3, 3,
    ]);
  });

  it('counts what an ended cell did in the year above it, and not among the active children', async () => {
    const about = { case: 'v1', organisation: 'k2' };
    const facts = [
      ...district(),
      on('2024-04-10', {
        type: 'CaseOpened',
        data: { ...about, occurredOn: '2024-04-01', prohibitedThing: 3 },
      }),
      ...pledged('c1', 2024, 'year-end'),
      dissolved('k2', 'c1', '2024-07-01'),
    ];
    const projected = await Projected.from(...facts);
    expect(projected.scorecard('c1', 2024).scorecard.children?.total).toBe(1);
    expect(projected.scorecard('k2', 2024).lineage).toEqual(['k2', 'c1', 'district']);
  });

  it('moves the count of regrouped cells to their new committee from the day of the cut', async () => {
    const facts = [
      ...district(),
      ...[2024, 2025].flatMap((year) => [
        ...pledged('c1', year, 'year-end'),
        ...pledged('c2', year, 'year-end'),
      ]),
      reparented('k1', 'c1', 'c2', '2025-07-01'),
      reparented('k2', 'c1', 'c2', '2025-07-01'),
    ];
    const projected = await Projected.from(...facts);
    expect([membersOf(projected, 'c1', 2024), membersOf(projected, 'c2', 2024)]).toEqual([6, 3]);
    expect([membersOf(projected, 'c1', 2025), membersOf(projected, 'c2', 2025)]).toEqual([0, 9]);
    expect(projected.scorecard('k1', 2024).lineage).toEqual(['k1', 'c1', 'district']);
    expect(projected.scorecard('k1', 2025).lineage).toEqual(['k1', 'c2', 'district']);
  });

  it('leaves the year before the cut alone, also when a fact of it comes late', async () => {
    const projected = await Projected.from(
      ...district(),
      ...pledged('c1', 2024, 'year-end'),
      reparented('k1', 'c1', 'c2', '2025-07-01'),
      rated('m-k1-1', 'k1', 2024, 'FAILED'),
    );
    expect(projected.condition('c1', 2024, GOOD)).toBe('FAILED 0/6..5/6');
  });

  it('ends, and counts each date once, where two committees were each above the other', async () => {
    const projected = await Projected.from(
      ...district(),
      ...pledged('c1', 2024, 'year-end'),
      ...pledged('c2', 2024, 'midsummer'),
      reparented('c1', 'district', 'c2', '2024-03-01'),
      reparented('c1', 'c2', 'district', '2024-08-01'),
      reparented('c2', 'district', 'c1', '2024-09-01'),
    );
    expect(membersOf(projected, 'c1')).toBe(9);
    expect(membersOf(projected, 'c2')).toBe(9);
  });
});

describe('recognised cells', () => {
  const facts = [...district(), ...pledged('c1', 2024, 'year-end')];

  it('are shared out among the active children', async () => {
    const projected = await Projected.from(...facts, recognition('k1', 2024));
    expect(projected.condition('c1', 2024, RECOGNISED)).toBe('PENDING 1/2..2/2');
  });

  it('stay recognised under review, and are not any more when revoked', async () => {
    const ofYear = { organisation: 'k2', year: 2024 };
    const both = [...facts, recognition('k1', 2024), recognition('k2', 2024)];
    const review = on('2025-02-01', {
      type: 'RecognitionReviewRequired',
      data: { ...ofYear, causes: [] },
    });
    const underReview = await Projected.from(...both, review);
    expect(underReview.condition('c1', 2024, RECOGNISED)).toBe('MET 2/2');
    const revoked = await Projected.from(
      ...both,
      review,
      on('2025-03-01', { type: 'RecognitionRevoked', data: { ...ofYear, decidedBy: 'district' } }),
    );
    expect(revoked.condition('c1', 2024, RECOGNISED)).toBe('FAILED 1/2');
  });
});

describe('a member', () => {
  it('corrected to have gone elsewhere on the same day leaves nothing behind', async () => {
    const transfer = (from: string, to: string): ToRecord =>
      on('2024-03-01', { type: 'MemberTransferred', data: { member: 'm-k1-1', from, to } });
    const projected = await Projected.from(
      ...district(),
      ...pledged('c1', 2024, 'year-end'),
      ...pledged('c2', 2024, 'year-end'),
      transfer('k1', 'k2'),
      transfer('k2', 'k3'),
    );
    expect(membersOf(projected, 'k2')).toBe(3);
    expect([membersOf(projected, 'c1'), membersOf(projected, 'c2')]).toEqual([5, 4]);
  });

  it('admitted late in the year counts at its end and not at midsummer', async () => {
    const late = { ...admitted('late', 'k1'), effectiveAt: '2024-10-01T00:00:00+07:00' };
    const facts = [...district(), late, closed('k1', 2024)];
    const atMidsummer = await Projected.from(...facts, ...pledged('k1', 2024, 'midsummer'));
    expect(membersOf(atMidsummer, 'k1')).toBe(3);
    const atYearEnd = await Projected.from(...facts, ...pledged('k1', 2024, 'year-end'));
    expect(membersOf(atYearEnd, 'k1')).toBe(4);
  });

  it('is listed as left out with the event that made it so, whatever was entered in between', async () => {
    const about = { member: 'm-k1-1', organisation: 'k1' };
    const projected = await Projected.from(
      ...district(),
      ...pledged('k1', 2024, 'year-end'),
      on('2024-06-01', { type: 'MemberExempted', data: about }),
      on('2024-03-01', {
        type: 'MemberMadeOfficial',
        data: { ...about, officialOn: '2024-03-01' },
      }),
    );
    const [leftOut] = projected.scorecard('k1', 2024).scorecard.members.leftOut;
    const exempted = district().length + pledged('k1', 2024, 'year-end').length;
    expect(leftOut).toMatchObject({
      member: 'm-k1-1',
      reason: 'EXEMPTED',
      event: { position: String((exempted + 1) * 10) },
    });
    expect(membersOf(projected, 'k1')).toBe(2);
  });
});
