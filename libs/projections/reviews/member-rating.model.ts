import type { MemberId, OrganisationId } from '#vocabulary';
import { documentId, modelOf } from '#projection-engine';
import { decided, notRated, proposed, reopened, revised, withRating } from './rating-progress';
import type { MemberRatingDocument } from './review.document';

export const MEMBER_RATINGS = 'member-ratings';

export function memberRatingDocumentId(
  organisation: OrganisationId,
  year: number,
  member: MemberId,
): string {
  return documentId(year, organisation, member);
}

export const memberRatingModel = modelOf<MemberRatingDocument>()({
  collection: {
    name: MEMBER_RATINGS,
    indexes: [
      {
        name: 'organisation',
        fields: [{ path: 'organisation' }, { path: 'year' }, { path: 'member' }],
      },
      {
        name: 'level',
        fields: [{ path: 'organisation' }, { path: 'year' }, { path: 'level' }, { path: 'member' }],
      },
      { name: 'member', fields: [{ path: 'member' }, { path: 'year' }, { path: 'organisation' }] },
    ],
  },
  idsOf: ({ data: { organisation, year, member } }) =>
    member === undefined ? [] : [memberRatingDocumentId(organisation, year, member)],
  begin: ({ data: { organisation, year, member = '' } }) => ({
    organisation,
    year,
    member,
    stage: notRated.stage,
    level: notRated.level,
    rating: notRated,
    events: [],
  }),
  takes: {
    MemberRatingProposed: withRating(proposed),
    MemberRatingDecided: withRating(decided),
    RatingReopened: withRating(reopened),
    RatingRevised: withRating(revised),
  },
  derive: (document) => ({
    ...document,
    stage: document.rating.stage,
    level: document.rating.level,
  }),
});
