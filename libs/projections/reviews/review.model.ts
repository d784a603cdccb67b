import { assertNever } from '#vocabulary';
import type { OrganisationId } from '#vocabulary';
import { documentId, grounded, modelOf, refTo } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import { nextStep, notRated } from './rating-progress';
import type { ReviewDocument } from './review.document';

export const REVIEWS = 'reviews';

export function reviewDocumentId(organisation: OrganisationId, year: number): string {
  return documentId(year, organisation);
}

type ReviewEventType =
  | 'ReviewOpened'
  | 'OrganisationRatingProposed'
  | 'OrganisationRatingDecided'
  | 'RatingPublished'
  | 'RatingReopened'
  | 'RatingRevised';

export const reviewModel = modelOf<ReviewDocument, ReviewEventType>({
  collection: {
    name: REVIEWS,
    indexes: [
      { name: 'organisation', fields: [{ path: 'organisation' }, { path: 'year' }] },
      { name: 'year', fields: [{ path: 'year' }, { path: 'organisation' }] },
      {
        name: 'level',
        fields: [{ path: 'year' }, { path: 'rating.level' }, { path: 'organisation' }],
      },
    ],
  },
  takes: {
    ReviewOpened: true,
    OrganisationRatingProposed: true,
    OrganisationRatingDecided: true,
    RatingPublished: true,
    RatingReopened: true,
    RatingRevised: true,
  },
  idsOf: ({ data }) => ('member' in data ? [] : [reviewDocumentId(data.organisation, data.year)]),
  apply: (document, event) => {
    const { organisation, year } = event.data;
    const before = document ?? { organisation, year, rating: notRated, published: [], events: [] };
    return grounded(applied(before, event), event);
  },
});

function applied(document: ReviewDocument, event: FactOfType<ReviewEventType>): ReviewDocument {
  switch (event.type) {
    case 'ReviewOpened':
      return { ...document, opened: refTo(event) };
    case 'RatingPublished':
      return { ...document, published: [...document.published, refTo(event)] };
    case 'OrganisationRatingProposed':
    case 'OrganisationRatingDecided':
    case 'RatingReopened':
    case 'RatingRevised':
      return { ...document, rating: nextStep(document.rating, event) };
    default:
      return assertNever(event);
  }
}
