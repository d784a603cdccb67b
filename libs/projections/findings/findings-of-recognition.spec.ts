import { on } from '#domain/testing';
import { frameworkOfEverything, published } from '../scorecards/testing';
import type { ToRecord } from '#projection-engine/testing';
import {
  assessed,
  caseOpened,
  CELL,
  concluded,
  established,
  findingsAfter,
  granted,
  step,
} from './testing';

describe('a recognition with an open case', () => {
  const KIND = 'RECOGNISED_WITH_OPEN_CASE';

  it('is found when the case was open on that day, also when it is recorded later', async () => {
    const facts = [assessed(), granted('2024-12-20'), caseOpened('2024-11-01', '2022-02-01')];
    expect(await findingsAfter(KIND, ...facts)).toMatchObject([{ case: 'v1', year: 2024 }]);
    const closed = step('2025-01-10', 'CaseClosed');
    expect(await findingsAfter(KIND, ...facts, closed)).toHaveLength(1);
  });

  it('is not found when it was closed or unfounded by then, or opened afterwards', async () => {
    const facts = [assessed(), granted('2024-12-20')];
    const opened = caseOpened('2024-11-01');
    const closed = step('2024-12-19', 'CaseClosed');
    expect(await findingsAfter(KIND, ...facts, opened, closed)).toEqual([]);
    const unfounded = concluded('2024-12-01', false);
    expect(await findingsAfter(KIND, ...facts, opened, unfounded)).toEqual([]);
    expect(await findingsAfter(KIND, ...facts, caseOpened('2024-12-21'))).toEqual([]);
  });
});

describe('a recognition to be reviewed (R-26)', () => {
  const facts = [
    granted('2024-12-20'),
    on('2025-03-01', {
      type: 'RecognitionReviewRequired',
      data: { ...CELL, causes: ['e1', 'e2'] },
    }),
  ];

  it('is found until somebody decides', async () => {
    expect(await findingsAfter('REVIEW_PENDING', ...facts)).toMatchObject([
      { figures: { causes: 2 } },
    ]);
    const upheld = on('2025-04-01', {
      type: 'RecognitionUpheld',
      data: { ...CELL, decidedBy: 'district' },
    });
    expect(await findingsAfter('REVIEW_PENDING', ...facts, upheld)).toEqual([]);
  });
});

describe('a committee that was recognised before its cells (R-04)', () => {
  const KIND = 'RECOGNISED_BEFORE_CHILDREN';
  const tree = [
    established('committee', undefined, 'GRASSROOTS_COMMITTEE'),
    established('k1', 'committee'),
    established('k2', 'committee'),
  ];

  it('is found with the number of those that were not on that day', async () => {
    const facts = [...tree, granted('2024-12-10', 'k1'), granted('2024-12-20', 'committee')];
    expect(await findingsAfter(KIND, ...facts, granted('2024-12-21', 'k2'))).toMatchObject([
      {
        organisation: 'committee',
        figures: { children: 2, notRecognised: 1, organisations: 'k2' },
      },
    ]);
  });

  it('is found when the recognition of a cell had been revoked by then', async () => {
    const revoked = on('2024-12-15', {
      type: 'RecognitionRevoked',
      data: { organisation: 'k1', year: 2024, decidedBy: 'district' },
    });
    const facts = [...tree, granted('2024-12-10', 'k1'), granted('2024-12-10', 'k2'), revoked];
    expect(await findingsAfter(KIND, ...facts, granted('2024-12-20', 'committee'))).toHaveLength(1);
  });

  it('is not found when all were, nor for a cell that was another’s by then', async () => {
    const facts = [...tree, granted('2024-12-10', 'k1'), granted('2024-12-20', 'committee')];
    expect(await findingsAfter(KIND, ...facts, granted('2024-12-10', 'k2'))).toEqual([]);
    const moved = on('2024-07-01', {
      type: 'OrganisationReparented',
      data: { organisation: 'k2', from: 'committee', to: 'other' },
    });
    expect(await findingsAfter(KIND, ...facts, moved)).toEqual([]);
  });
});

describe('a recognition that was published late (R-25)', () => {
  const facts = [
    published(frameworkOfEverything('f1', { publicationDueDays: 15 })),
    assessed(),
    granted('2024-12-20'),
  ];
  const publishedOn = (date: string): ToRecord =>
    on(date, { type: 'RecognitionPublished', data: CELL });

  it('is found after the framework’s limit, and when it is overdue', async () => {
    expect(
      await findingsAfter('PUBLICATION_LATE', ...facts, publishedOn('2025-01-05')),
    ).toMatchObject([{ figures: { dueOn: '2025-01-04', publishedOn: '2025-01-05' } }]);
    const overdue = on('2025-01-05', { type: 'PublicationOverdue', data: CELL });
    expect(await findingsAfter('PUBLICATION_LATE', ...facts, overdue)).toMatchObject([
      { figures: { dueOn: '2025-01-04', publishedOn: null } },
    ]);
  });

  it('is held against the day that the decision itself names', async () => {
    const named = on('2024-12-20', {
      type: 'RecognitionGranted',
      data: { ...CELL, number: '12-QĐ/HU', decidedBy: 'district', publishBy: '2024-12-30' },
    });
    expect(
      await findingsAfter('PUBLICATION_LATE', assessed(), named, publishedOn('2024-12-31')),
    ).toMatchObject([{ figures: { dueOn: '2024-12-30' } }]);
  });

  it('is not found on the last day', async () => {
    expect(await findingsAfter('PUBLICATION_LATE', ...facts, publishedOn('2025-01-04'))).toEqual(
      [],
    );
  });
});

describe('self-assessment and appraisal', () => {
  const submitted: ToRecord = on('2024-12-05', {
    type: 'SelfAssessmentSubmitted',
    data: { ...CELL, submittedBy: 'secretary', scores: [{ condition: 'n1', points: '40' }] },
  });
  const appraised = (points: string, recordedAt: string): ToRecord => ({
    ...on('2024-12-10', {
      type: 'AppraisalRecorded',
      data: { ...CELL, appraisedBy: 'appraiser', conditions: [{ condition: 'n1', points }] },
    }),
    circumstances: { recordedAt },
  });
  const LATER = '2024-12-10T00:00:00.000Z';

  it('that differ by ten points are found, and less is not (R-12)', async () => {
    expect(
      await findingsAfter('SELF_POINTS_LOWERED', submitted, appraised('30', LATER)),
    ).toMatchObject([{ figures: { self: '40', appraised: '30', gap: '10' } }]);
    expect(await findingsAfter('SELF_POINTS_LOWERED', submitted, appraised('30.5', LATER))).toEqual(
      [],
    );
  });

  it('that were entered within three days of each other are found, and others are not', async () => {
    const soon = appraised('30', '2024-03-03T00:00:00.000Z');
    expect(await findingsAfter('APPRAISED_AT_ONCE', submitted, soon)).toMatchObject([
      { figures: { hours: 48 } },
    ]);
    expect(await findingsAfter('APPRAISED_AT_ONCE', submitted, appraised('30', LATER))).toEqual([]);
  });
});
