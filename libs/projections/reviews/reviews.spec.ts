import { on } from '#domain/testing';
import { documentIn, recorded } from '#projection-engine/testing';
import {
  memberRatingDocumentId,
  MEMBER_RATINGS,
  reviewDocumentId,
  REVIEWS,
  reviewsProjection,
} from '.';
import type { MemberRatingDocument, ReviewDocument } from '.';

const OF = { organisation: 'cell', year: 2024 };
const OF_MEMBER = { ...OF, member: 'm00001' };

const facts = recorded(
  on('2024-12-01', { type: 'ReviewOpened', data: OF }),
  on('2024-12-02', { type: 'MemberRatingProposed', data: { ...OF_MEMBER, level: 'EXCELLENT' } }),
  on('2024-12-05', {
    type: 'MemberRatingDecided',
    data: { ...OF_MEMBER, level: 'GOOD', decidedBy: 'cell' },
  }),
  on('2024-12-10', {
    type: 'OrganisationRatingDecided',
    data: { ...OF, level: 'EXCELLENT', decidedBy: 'district' },
  }),
  on('2024-12-12', { type: 'RatingPublished', data: OF }),
  on('2025-06-01', { type: 'RatingReopened', data: OF_MEMBER }),
  on('2025-06-10', {
    type: 'RatingRevised',
    data: {
      ...OF_MEMBER,
      level: 'FAILED',
      points: { general: '20.5', results: '25' },
      decidedBy: 'district',
    },
  }),
);

describe('a yearly review', () => {
  it('shows the rating of the organisation and its publication, apart from those of its members', () => {
    const key = { collection: REVIEWS, id: reviewDocumentId('cell', 2024) };
    const review = documentIn<ReviewDocument>(reviewsProjection, facts, key);
    expect(review).toMatchObject({
      rating: { stage: 'DECIDED', level: 'EXCELLENT', proposedLevel: null },
      published: [{ effectiveAt: '2024-12-12T00:00:00+07:00' }],
    });
    expect(review?.rating.steps).toHaveLength(1);
    expect(review?.events).toHaveLength(facts.length);
  });

  it('is there as soon as a member was rated, whether or not one was opened', () => {
    const key = { collection: REVIEWS, id: reviewDocumentId('cell', 2024) };
    const review = documentIn<ReviewDocument>(reviewsProjection, facts.slice(1, 3), key);
    expect(review).toMatchObject({ rating: { stage: 'NONE', level: null }, published: [] });
  });

  it('shows of each member what was proposed, decided and revised', () => {
    const key = { collection: MEMBER_RATINGS, id: memberRatingDocumentId('cell', 2024, 'm00001') };
    expect(documentIn<MemberRatingDocument>(reviewsProjection, facts, key)).toMatchObject({
      stage: 'DECIDED',
      level: 'FAILED',
      rating: {
        proposedLevel: 'EXCELLENT',
        steps: [
          { step: 'PROPOSED', level: 'EXCELLENT' },
          { step: 'DECIDED', level: 'GOOD', decidedBy: 'cell' },
          { step: 'REOPENED' },
          {
            step: 'REVISED',
            level: 'FAILED',
            points: { general: '20.5', results: '25' },
            decidedBy: 'district',
          },
        ],
      },
    });
  });
});
