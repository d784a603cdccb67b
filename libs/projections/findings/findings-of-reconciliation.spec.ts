import { established, findingsAfter, totals } from './testing';

describe('a reported total that is not the sum of its parts (R-29)', () => {
  it('is found, with the figures as they were reported', async () => {
    expect(
      await findingsAfter('REPORTED_TOTAL_NOT_SUM', totals('district', 3904, 119, 4923)),
    ).toMatchObject([
      {
        rule: 'R-29',
        organisation: 'district',
        year: 2024,
        figures: { official: 3904, probationary: 119, total: 4923, sum: 4023, difference: 900 },
        events: [{ type: 'MembershipTotalsReported' }],
      },
    ]);
  });

  it('is not found when it reconciles, nor once a report for the same date takes its place', async () => {
    const right = totals('district', 3904, 119, 4023);
    expect(await findingsAfter('REPORTED_TOTAL_NOT_SUM', right)).toEqual([]);
    const wrong = totals('district', 3904, 119, 4923);
    expect(await findingsAfter('REPORTED_TOTAL_NOT_SUM', wrong, right)).toEqual([]);
    const elsewhen = totals('district', 3904, 119, 4023, '2024-12-31');
    expect(await findingsAfter('REPORTED_TOTAL_NOT_SUM', wrong, elsewhen)).toHaveLength(1);
  });
});

describe('a reported total that is not what the children reported (R-29)', () => {
  const KIND = 'REPORTED_TOTAL_NOT_SUM_OF_CHILDREN';
  const tree = [
    established('committee', undefined, 'GRASSROOTS_COMMITTEE'),
    established('k1', 'committee'),
    established('k2', 'committee'),
  ];

  it('is found for a date for which all of them reported', async () => {
    const reports = [totals('committee', 30, 0, 30), totals('k1', 10, 0, 10)];
    const found = await findingsAfter(KIND, ...tree, ...reports, totals('k2', 12, 0, 12));
    expect(found).toMatchObject([
      { organisation: 'committee', figures: { total: 30, sum: 22, difference: 8, children: 2 } },
    ]);
    expect(found[0]?.events).toHaveLength(3);
  });

  it('is not found when they add up, or when one of them did not report for that date', async () => {
    const reports = [totals('committee', 30, 0, 30), totals('k1', 10, 0, 10)];
    expect(await findingsAfter(KIND, ...tree, ...reports, totals('k2', 20, 0, 20))).toEqual([]);
    expect(await findingsAfter(KIND, ...tree, ...reports)).toEqual([]);
    const elsewhen = totals('k2', 12, 0, 12, '2024-09-30');
    expect(await findingsAfter(KIND, ...tree, ...reports, elsewhen)).toEqual([]);
  });
});
