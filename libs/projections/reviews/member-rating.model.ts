import type { MemberId, OrganisationId } from '#vocabulary';
import { documentId, grounded, modelOf } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import { nextStep, notRated } from './rating-progress';
import type { MemberRatingDocument } from './review.document';

export const MEMBER_RATINGS = 'member-ratings';

export function memberRatingDocumentId(
  organisation: OrganisationId,
  year: number,
  member: MemberId,
): string {
  return documentId(year, organisation, member);
}

type MemberRatingEventType =
  'MemberRatingProposed' | 'MemberRatingDecided' | 'RatingReopened' | 'RatingRevised';

export const memberRatingModel = modelOf<MemberRatingDocument, MemberRatingEventType>({
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
  takes: {
    MemberRatingProposed: true,
    MemberRatingDecided: true,
    RatingReopened: true,
    RatingRevised: true,
  },
  idsOf: ({ data: { organisation, year, member } }) =>
    member === undefined ? [] : [memberRatingDocumentId(organisation, year, member)],
  apply: (document, event) => {
    const { stage, level, rating } = rated(document, event);
    const { organisation, year, member } = event.data;
    const before = document ?? {
      organisation,
      year,
      member: member ?? '',
      stage,
      level,
      rating,
      events: [],
    };
    return grounded({ ...before, stage, level, rating }, event);
  },
});

function rated(
  document: MemberRatingDocument | undefined,
  event: FactOfType<MemberRatingEventType>,
): Pick<MemberRatingDocument, 'stage' | 'level' | 'rating'> {
  const rating = nextStep(document?.rating ?? notRated, event);
  return { stage: rating.stage, level: rating.level, rating };
}
