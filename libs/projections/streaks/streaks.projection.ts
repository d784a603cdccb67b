import { factsCollections, NO_FACTS, withCorrection, withFact } from '../facts';
import type { FactsDocument } from '../facts';
import { resultFor } from '#projection-engine';
import type { ByType, DocumentKey, Projection } from '#projection-engine';
import { ratingsKey, STREAK_RATINGS, STREAKS } from './keys';
import { rollUp } from './roll-up';

const RATINGS_OF: ByType<readonly DocumentKey[]> = {
  OrganisationRatingDecided: ({ data }) => [ratingsKey(data.organisation)],
  RatingRevised: ({ data }) => (data.member === undefined ? [ratingsKey(data.organisation)] : []),
};

/** Streaks of ratings (5 năm liền), also those that a later decision broke. */
export const streaksProjection: Projection = {
  name: 'streaks',
  version: 4,
  collections: [
    ...factsCollections(STREAK_RATINGS),
    {
      name: STREAKS,
      indexes: [
        {
          name: 'level',
          fields: [{ path: 'level' }, { path: 'organisation' }, { path: 'from' }],
        },
      ],
    },
  ],
  keysOf: (event) => resultFor(RATINGS_OF, event) ?? [],
  initial: () => NO_FACTS,
  // All that is folded are ratings; streaks are what the roll-up makes of them.
  apply: (document, event) => withFact(document as FactsDocument, event),
  correct: (document, correction) =>
    document && withCorrection(document as FactsDocument, correction),
  rollUp,
};
