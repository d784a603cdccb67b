import { on } from '#domain/testing';
import type { RatingLevel } from '#vocabulary';
import { explainFinding } from '.';
import { frameworkOfEverything, published } from '../scorecards/testing';
import type { ToRecord } from '#projection-engine/testing';
import {
  annulled,
  assessed,
  caseOpened,
  CELL,
  concluded,
  disciplined,
  established,
  findingsAfter,
  granted,
  organisationRated,
  rated,
  signal,
  step,
} from './testing';

const cases = [caseOpened('2024-03-01'), concluded('2024-04-01'), disciplined('2024-05-01')];
const announced = step('2024-05-05', 'DisciplineAnnounced');
/** Of the cell itself. */
const ITSELF = { case: 'v2', organisation: 'cell' };

function unitDisciplined(organisation: string, date = '2024-05-01'): readonly ToRecord[] {
  const of = { case: `v-${organisation}`, organisation };
  return [caseOpened(date, date, of), disciplined(date, 'WARNING', of)];
}

describe('a rating out of order (R-07)', () => {
  it('is found when a member is rated after the organisation, or four-good is decided after it', async () => {
    const own = organisationRated('2024-12-20', 'GOOD');
    expect(
      await findingsAfter('RATED_OUT_OF_ORDER', rated('2024-12-21', 'GOOD'), own),
    ).toMatchObject([{ figures: { membersRatedAfter: 1, beforeRecognition: false } }]);
    expect(
      await findingsAfter('RATED_OUT_OF_ORDER', assessed(), own, granted('2024-12-28')),
    ).toMatchObject([{ figures: { beforeRecognition: true } }]);
  });

  it('is told with what came too late, and with nothing else', () => {
    const told = (beforeRecognition: boolean, membersRatedAfter: number): string =>
      explainFinding(
        { kind: 'RATED_OUT_OF_ORDER', figures: { beforeRecognition, membersRatedAfter } },
        'en',
      );
    expect(told(true, 0)).toBe('The organisation was rated before its recognition was decided.');
    expect(told(false, 2)).toBe('The organisation was rated before 2 of its members were.');
    expect(told(true, 2)).toBe(
      'The organisation was rated before its recognition was decided and before 2 of its members were.',
    );
  });

  it('is not found in the right order', async () => {
    const facts = [rated('2024-12-10', 'GOOD'), assessed(), granted('2024-12-15')];
    const own = organisationRated('2024-12-20', 'GOOD');
    expect(await findingsAfter('RATED_OUT_OF_ORDER', ...facts, own)).toEqual([]);
  });
});

describe('a disciplined member who is not failed (R-13)', () => {
  const KIND = 'DISCIPLINED_MEMBER_NOT_FAILED';

  it('is found in the year of the violation', async () => {
    const found = await findingsAfter(KIND, ...cases, rated('2024-12-10', 'COMPLETED'));
    expect(found).toMatchObject([
      {
        member: 'm00001',
        case: 'v1',
        figures: { level: 'COMPLETED', violationYear: 2024, disciplineYear: 2024 },
      },
    ]);
  });

  it('is not found when failed, when the discipline is annulled, or for a violation of another year', async () => {
    expect(await findingsAfter(KIND, ...cases, rated('2024-12-10', 'FAILED'))).toEqual([]);
    const good = rated('2024-12-10', 'GOOD');
    expect(await findingsAfter(KIND, ...cases, good, annulled('2024-11-01'))).toEqual([]);
    const earlier = [caseOpened('2024-03-01', '2023-02-01'), disciplined('2024-05-01')];
    expect(await findingsAfter(KIND, ...earlier, good)).toEqual([]);
  });

  it('is not found where the cell found it itself and it was remedied, nor once regulation 366 holds', async () => {
    const found = cases.toSpliced(1, 0, signal('2024-03-01', 'SELF'));
    const remedied = step('2024-06-01', 'RemediationCompleted');
    const good = rated('2024-12-10', 'GOOD');
    expect(await findingsAfter(KIND, ...found, good)).toHaveLength(1);
    expect(await findingsAfter(KIND, ...found, remedied, good)).toEqual([]);
    const later = rated('2025-12-10', 'GOOD');
    expect(await findingsAfter(KIND, ...found, later)).toEqual([]);
  });
});

describe('an organisation that is not failed (R-14)', () => {
  const KIND = 'ORGANISATION_NOT_FAILED';
  const own = organisationRated('2024-12-20', 'COMPLETED');
  const units = ['k1', 'k2', 'k3', 'k4', 'k5'].map((unit) => established(unit, 'cell'));

  it('is found when it was itself disciplined', async () => {
    const itself = [
      caseOpened('2024-03-01', '2024-02-01', ITSELF),
      disciplined('2024-05-01', 'WARNING', ITSELF),
    ];
    expect(await findingsAfter(KIND, ...itself, own)).toMatchObject([
      { figures: { itselfDisciplined: true, level: 'COMPLETED' } },
    ]);
    const failed = organisationRated('2024-12-20', 'FAILED');
    expect(await findingsAfter(KIND, ...itself, failed)).toEqual([]);
  });

  it('is found when more than a fifth of its units were disciplined, and not at a fifth', async () => {
    const one = [established('cell'), ...units, ...unitDisciplined('k1'), own];
    expect(await findingsAfter(KIND, ...one)).toEqual([]);
    expect(await findingsAfter(KIND, ...one, ...unitDisciplined('k2'))).toMatchObject([
      { organisation: 'cell', figures: { units: 5, disciplinedUnits: 2 } },
    ]);
  });

  it('is found when less than half of its targets were met, and not at half', async () => {
    const target = (code: string, achieved: string): readonly ToRecord[] => [
      on('2024-01-10', {
        type: 'TargetAssigned',
        data: { ...CELL, code, title: '', unit: 'ha', assigned: '20', direction: 'AT_LEAST' },
      }),
      on('2024-12-10', { type: 'TargetResultConfirmed', data: { ...CELL, code, achieved } }),
    ];
    const half = [...target('t1', '20'), ...target('t2', '19.5'), own];
    expect(await findingsAfter(KIND, ...half)).toEqual([]);
    expect(await findingsAfter(KIND, ...half, ...target('t3', '0'))).toMatchObject([
      { figures: { targets: 3, targetsMet: 1 } },
    ]);
  });
});

describe('EXCELLENT although a unit or a leader was disciplined (R-15)', () => {
  const KIND = 'EXCELLENT_DESPITE_DISCIPLINE';
  const tree = [established('cell'), established('k1', 'cell')];
  const excellent = organisationRated('2025-12-20', 'EXCELLENT', 'cell', 2025);

  it('is found under regulation 366', async () => {
    const unit = unitDisciplined('k1', '2025-05-01');
    expect(await findingsAfter(KIND, ...tree, ...unit, excellent)).toMatchObject([
      { year: 2025, figures: { disciplinedUnits: 1, disciplinedLeaders: 0 } },
    ]);
    const leader = [
      on('2023-01-01', {
        type: 'SecretaryAppointed',
        data: { organisation: 'cell', member: 'm00001' },
      }),
      caseOpened('2025-03-01', '2025-02-01'),
      disciplined('2025-05-01'),
    ];
    expect(await findingsAfter(KIND, ...tree, ...leader, excellent)).toMatchObject([
      { figures: { disciplinedUnits: 0, disciplinedLeaders: 1 } },
    ]);
  });

  it('is not found for another rating, for another member, or before that regulation', async () => {
    const unit = unitDisciplined('k1', '2025-05-01');
    const good = organisationRated('2025-12-20', 'GOOD', 'cell', 2025);
    expect(await findingsAfter(KIND, ...tree, ...unit, good)).toEqual([]);
    const member = [caseOpened('2025-03-01', '2025-02-01'), disciplined('2025-05-01')];
    expect(await findingsAfter(KIND, ...tree, ...member, excellent)).toEqual([]);
    const before = [...unitDisciplined('k1'), organisationRated('2024-12-20', 'EXCELLENT')];
    expect(await findingsAfter(KIND, ...tree, ...before)).toEqual([]);
  });
});

describe('a rating that was changed at its decision', () => {
  const proposed = on('2024-12-01', {
    type: 'MemberRatingProposed',
    data: { ...CELL, member: 'm00001', level: 'EXCELLENT' },
  });

  it('is found with both levels', async () => {
    const found = await findingsAfter(
      'RATING_CHANGED_AT_DECISION',
      proposed,
      rated('2024-12-10', 'GOOD'),
    );
    expect(found).toMatchObject([
      { member: 'm00001', figures: { proposed: 'EXCELLENT', decided: 'GOOD' } },
    ]);
  });

  it('is not found when it was decided as proposed', async () => {
    const decided = rated('2024-12-10', 'EXCELLENT');
    expect(await findingsAfter('RATING_CHANGED_AT_DECISION', proposed, decided)).toEqual([]);
  });
});

describe('a year’s rating that a later decision changed (R-16)', () => {
  const of = { ...CELL, member: 'm00001' };
  const revised = (level: 'FAILED' | 'GOOD'): readonly ToRecord[] => [
    on('2025-06-01', { type: 'RatingReopened', data: of }),
    on('2025-06-10', { type: 'RatingRevised', data: { ...of, level, decidedBy: 'district' } }),
  ];
  const late = [caseOpened('2025-03-01', '2024-02-01'), disciplined('2025-05-01')];

  it('is found in the year of the violation, names that of the discipline, and is found once', async () => {
    const facts = [rated('2024-12-10', 'GOOD'), ...late, ...revised('FAILED')];
    expect(await findingsAfter('RATING_REVISED', ...facts)).toMatchObject([
      {
        year: 2024,
        member: 'm00001',
        case: 'v1',
        figures: { from: 'GOOD', to: 'FAILED', violationYear: 2024, disciplineYear: 2025 },
      },
    ]);
  });

  it('is not found when it was confirmed as it stood', async () => {
    const facts = [rated('2024-12-10', 'GOOD'), ...late, ...revised('GOOD')];
    expect(await findingsAfter('RATING_REVISED', ...facts)).toEqual([]);
  });
});

describe('an annulled discipline behind a failed rating (R-28)', () => {
  const KIND = 'DISCIPLINE_ANNULLED_BEHIND_RATING';
  const filed = step('2024-05-20', 'ComplaintFiled');
  const facts = [...cases, announced, filed, rated('2024-12-10', 'FAILED')];

  it('is found until the rating is reopened', async () => {
    const nullified = annulled('2025-02-01');
    expect(await findingsAfter(KIND, ...facts, nullified)).toMatchObject([{ member: 'm00001' }]);
    const reopened = on('2025-03-01', {
      type: 'RatingReopened',
      data: { ...CELL, member: 'm00001' },
    });
    expect(await findingsAfter(KIND, ...facts, nullified, reopened)).toEqual([]);
  });

  it('is not found while the discipline stands', async () => {
    expect(await findingsAfter(KIND, ...facts)).toEqual([]);
  });
});

describe('EXCELLENT while a discipline runs (R-21)', () => {
  const KIND = 'EXCELLENT_WHILE_DISCIPLINED';

  it('is found within twelve months of the announcement', async () => {
    const facts = [...cases, announced, rated('2024-12-10', 'EXCELLENT')];
    expect(await findingsAfter(KIND, ...facts)).toMatchObject([{ member: 'm00001', case: 'v1' }]);
  });

  it('is not found once it is over', async () => {
    const facts = [...cases, announced];
    expect(await findingsAfter(KIND, ...facts, rated('2025-05-05', 'EXCELLENT'))).toEqual([]);
    const expired = step('2024-11-01', 'DisciplineExpired');
    const excellent = rated('2024-12-10', 'EXCELLENT');
    expect(await findingsAfter(KIND, ...facts, expired, excellent)).toEqual([]);
  });
});

describe('a quota that was exceeded (R-30)', () => {
  const quota = frameworkOfEverything('f1', {
    ratingQuota: { level: 'EXCELLENT', maxShare: 0.2 },
  });
  const ratings = (excellent: number, good: number): readonly ToRecord[] =>
    Array.from({ length: excellent + good }, (_, index) =>
      rated('2024-12-10', index < excellent ? 'EXCELLENT' : 'GOOD', `m${index}`),
    );

  it('is found above the share of those rated good or better', async () => {
    const facts = [published(quota), assessed(), ...ratings(2, 7)];
    expect(await findingsAfter('QUOTA_EXCEEDED', ...facts)).toMatchObject([
      { figures: { count: 2, of: 9, maxShare: 0.2, level: 'EXCELLENT' } },
    ]);
  });

  it('is found of the grassroots organisation, over the ratings of all below it', async () => {
    const of = (organisation: string, member: string, level: RatingLevel): ToRecord =>
      on('2024-12-10', {
        type: 'MemberRatingDecided',
        data: { organisation, year: 2024, member, level, decidedBy: 'committee' },
      });
    const tree = [
      established('district', undefined, 'SUPERIOR_COMMITTEE'),
      established('committee', 'district', 'GRASSROOTS_COMMITTEE'),
      established('section', 'committee', 'SECTIONAL_COMMITTEE'),
      established('cell', 'section'),
      established('other', 'committee'),
      established('neighbour', 'district', 'GRASSROOTS_CELL'),
    ];
    const pledged = on('2024-01-15', {
      type: 'PledgeRegistered',
      data: {
        organisation: 'committee',
        year: 2024,
        campaign: 'c1',
        framework: { id: 'f1', version: 1 },
        items: [],
      },
    });
    const facts = [published(quota), ...tree, pledged, of('cell', 'm1', 'EXCELLENT')];
    const goodOnes = ['m3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9'];
    const enough = goodOnes.map((member) => of('other', member, 'GOOD'));
    const elsewhere = [of('neighbour', 'm10', 'EXCELLENT')];
    // Each cell for itself would be above or below it.
    expect(await findingsAfter('QUOTA_EXCEEDED', ...facts, ...enough, ...elsewhere)).toEqual([]);
    const second = of('other', 'm2', 'EXCELLENT');
    const exceeded = [...facts, ...enough, ...elsewhere, second];
    expect(await findingsAfter('QUOTA_EXCEEDED', ...exceeded)).toMatchObject([
      { organisation: 'committee', figures: { count: 2, of: 9 } },
    ]);
    const moved = on('2024-11-01', {
      type: 'OrganisationReparented',
      data: { organisation: 'section', from: 'committee', to: 'district' },
    });
    expect(await findingsAfter('QUOTA_EXCEEDED', ...exceeded, moved)).toEqual([]);
  });

  it('is not found at the share, nor where there is no quota', async () => {
    const facts = [published(quota), assessed(), ...ratings(2, 8)];
    expect(await findingsAfter('QUOTA_EXCEEDED', ...facts)).toEqual([]);
    expect(await findingsAfter('QUOTA_EXCEEDED', assessed(), ...ratings(2, 7))).toEqual([]);
  });
});
