import type { OrganisationId } from '#vocabulary';
import type { ToRecord } from '#projection-engine/testing';
import {
  Projected,
  closed,
  dissolved,
  established,
  frameworkOfEverything,
  merged,
  on,
  pledged,
  published,
  reparented,
} from '../testing';

const PROHIBITED = 'violations.prohibitedThings';
const UNRESOLVED = 'grievances.unresolved';
const ABOVE = ['ward', 'other', 'district'] as const;

/** A district with two wards; the first has the cells `k1` and `k2`, the other one `k3`. */
function district(...years: readonly number[]): ToRecord[] {
  return [
    published(frameworkOfEverything('year-end')),
    established('district', undefined, 'SUPERIOR_COMMITTEE'),
    established('ward', 'district', 'GRASSROOTS_COMMITTEE'),
    established('other', 'district', 'GRASSROOTS_COMMITTEE'),
    established('k1', 'ward'),
    established('k2', 'ward'),
    established('k3', 'other'),
    ...years.flatMap((year) =>
      [...ABOVE, 'k3'].flatMap((one) => [...pledged(one, year, 'year-end'), closed(one, year)]),
    ),
  ];
}

function violationOf(organisation: OrganisationId): ToRecord[] {
  const violation = { case: 'v1', organisation };
  return [
    on('2024-04-02', {
      type: 'CaseOpened',
      data: { ...violation, occurredOn: '2024-04-01', prohibitedThing: 3 },
    }),
    on('2024-05-01', {
      type: 'ConclusionReached',
      data: { ...violation, confirmed: true, remediationRequired: false },
    }),
  ];
}

function grievanceAt(organisation: OrganisationId): ToRecord[] {
  const data = { grievance: 'g1', organisation };
  return [
    on('2024-04-02', { type: 'GrievanceOpened', data }),
    on('2024-04-03', { type: 'GrievanceFlagged', data: { ...data, flag: 'PROLONGED' } }),
  ];
}

async function figures(
  metric: string,
  year: number,
  organisations: readonly OrganisationId[],
  ...facts: readonly ToRecord[]
): Promise<Readonly<Record<OrganisationId, string>>> {
  const projected = await Projected.from(...district(2024, 2025), ...facts);
  return Object.fromEntries(organisations.map((one) => [one, projected.figure(one, year, metric)]));
}

describe('a violation of a cell that ended in the year', () => {
  it.each([
    ['was dissolved', [dissolved('k1', 'ward', '2024-07-01')], ['1', '0', '1']],
    ['was merged below the same ward', [merged('k1', 'k2', '2024-07-01')], ['1', '0', '1']],
    ['was merged below another ward', [merged('k1', 'k3', '2024-07-01')], ['0', '1', '1']],
    [
      'came along when its ward was merged into another one',
      [merged('ward', 'other', '2024-07-01')],
      ['1', '1', '1'],
    ],
    [
      'had been moved before its ward was merged into the other one',
      [reparented('k1', 'ward', 'other', '2024-06-01'), merged('ward', 'other', '2024-07-01')],
      ['0', '1', '1'],
    ],
    [
      'was merged into the ordinary parent of its ward',
      [merged('ward', 'district', '2024-07-01')],
      ['1', '0', '1'],
    ],
  ] as const)('counts once at each one above it: it %s', async (_, ends, [ward, other, all]) => {
    expect(await figures(PROHIBITED, 2024, ABOVE, ...violationOf('k1'), ...ends)).toEqual({
      ward,
      other,
      district: all,
    });
  });

  it('does not count in the next year again', async () => {
    const ends = merged('k1', 'k3', '2024-07-01');
    expect(await figures(PROHIBITED, 2025, ABOVE, ...violationOf('k1'), ends)).toEqual({
      ward: '0',
      other: '0',
      district: '0',
    });
  });
});

describe('a grievance that was open when its cell ended', () => {
  const above = ['k3', ...ABOVE];

  it('stays with the successor in later years until it is resolved', async () => {
    const facts = [...grievanceAt('k1'), merged('k1', 'k3', '2024-07-01')];
    const unresolved = { k3: '1', ward: '0', other: '1', district: '1' };
    expect(await figures(UNRESOLVED, 2025, above, ...facts)).toEqual(unresolved);
    const data = { grievance: 'g1', organisation: 'k1' };
    const resolved = on('2025-03-01', { type: 'GrievanceResolved', data });
    const none = { k3: '0', ward: '0', other: '0', district: '0' };
    expect(await figures(UNRESOLVED, 2025, above, ...facts, resolved)).toEqual(none);
  });

  it('counts above it in the year of its end only, when nobody carries on', async () => {
    const facts = [...grievanceAt('k1'), dissolved('k1', 'ward', '2024-07-01')];
    const [before, after] = [
      await figures(UNRESOLVED, 2024, ABOVE, ...facts),
      await figures(UNRESOLVED, 2025, ABOVE, ...facts),
    ];
    expect([before, after]).toEqual([
      { ward: '1', other: '0', district: '1' },
      { ward: '0', other: '0', district: '0' },
    ]);
  });
});
