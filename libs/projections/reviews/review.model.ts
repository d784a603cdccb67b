import type { MemberId, OrganisationId } from '#vocabulary';
import { documentId, modelOf, refTo } from '#projection-engine';
import { decided, notRated, proposed, reopened, revised, withRating } from './rating-progress';
import type { ReviewDocument } from './review.document';

export const REVIEWS = 'reviews';

export function reviewDocumentId(organisation: OrganisationId, year: number): string {
  return documentId(year, organisation);
}

export const reviewModel = modelOf<ReviewDocument>()({
  collection: {
    name: REVIEWS,
    indexes: [
      { name: 'organisation', fields: [{ path: 'organisation' }, { path: 'year' }] },
      { name: 'year', fields: [{ path: 'year' }] },
      { name: 'scope', fields: [{ path: 'organisation' }] },
      {
        name: 'level',
        fields: [{ path: 'year' }, { path: 'rating.level' }, { path: 'organisation' }],
      },
    ],
  },
  idsOf: ({ data }) => [reviewDocumentId(data.organisation, data.year)],
  begin: ({ data: { organisation, year } }) => ({
    organisation,
    year,
    rating: notRated,
    published: [],
    events: [],
  }),
  takes: {
    ReviewOpened: (document, event) => ({ ...document, opened: refTo(event) }),
    RatingPublished: (document, event) => ({
      ...document,
      published: [...document.published, refTo(event)],
    }),
    // A year in which members were rated was reviewed, whether or not a review was opened.
    MemberRatingProposed: unchanged,
    MemberRatingDecided: unchanged,
    OrganisationRatingProposed: withRating(proposed),
    OrganisationRatingDecided: withRating(decided),
    RatingReopened: ofOrganisation(withRating(reopened)),
    RatingRevised: ofOrganisation(withRating(revised)),
  },
});

function unchanged(document: ReviewDocument): ReviewDocument {
  return document;
}

/** A member's rating has a document of its own. */
function ofOrganisation<Event extends { readonly data: { readonly member?: MemberId } }>(
  fold: (document: ReviewDocument, event: Event) => ReviewDocument,
) {
  return (document: ReviewDocument, event: Event): ReviewDocument =>
    event.data.member === undefined ? fold(document, event) : document;
}
