import type { OrganisationId } from '#vocabulary';
import { documentId, modelOf, projectionOf, refTo } from '#projection-engine';
import { withoutOverdue, withOverdueOf } from './overdue-publication';
import { reviewed, withDecision, withLastDecision, withState } from './register-entry';
import type { RecognitionDocument } from './recognition.document';
import { rewardModel } from './reward.model';

export const RECOGNITIONS = 'recognitions';

export function recognitionDocumentId(organisation: OrganisationId, year: number): string {
  return documentId(year, organisation);
}

/** The register of recognitions, by organisation and year. */
export const recognitionsProjection = projectionOf('recognitions', 4, [
  modelOf<RecognitionDocument>()({
    collection: {
      name: RECOGNITIONS,
      indexes: [
        {
          name: 'register',
          fields: [
            { path: 'decided' },
            { path: 'year' },
            { path: 'organisation' },
            { path: 'state' },
          ],
        },
        {
          name: 'state',
          fields: [{ path: 'state' }, { path: 'year' }, { path: 'organisation' }],
        },
      ],
    },
    idsOf: ({ data }) => [recognitionDocumentId(data.organisation, data.year)],
    begin: ({ data: { organisation, year } }) => ({
      organisation,
      year,
      state: 'OPENED',
      decided: false,
      standing: { status: 'UNDECIDED', proposed: false },
      decisions: [],
      rewards: [],
      reviews: [],
      events: [],
    }),
    takes: {
      AssessmentOpened: (document, { data: { campaign, framework } }) => ({
        ...document,
        campaign,
        framework,
      }),
      RecognitionProposed: withState,
      RecognitionGranted: (document, event) =>
        withState(withDecision(document, event, 'GRANTED'), event),
      RecognitionRefused: (document, event) =>
        withState(withDecision(document, event, 'REFUSED'), event),
      RecognitionPublished: (document, event) =>
        withState(withLastDecision(document, { published: refTo(event) }), event),
      RewardGranted: (document, event) => {
        const { reward, grantedBy } = event.data;
        const granted = { reward, grantedBy, granted: refTo(event) };
        return withState({ ...document, rewards: [...document.rewards, granted] }, event);
      },
      RecognitionReviewRequired: (document, event) => {
        const review = { required: refTo(event), causes: event.data.causes };
        return withState({ ...document, reviews: [...document.reviews, review] }, event);
      },
      RecognitionUpheld: (document, event) => withState(reviewed(document, event, 'UPHELD'), event),
      RecognitionCorrected: (document, event) =>
        withState(reviewed(document, event, 'CORRECTED'), event),
      RecognitionRevoked: (document, event) =>
        withState(reviewed(document, event, 'REVOKED'), event),
      PublicationOverdue: (document, event) =>
        withLastDecision(document, { publicationOverdue: refTo(event) }),
    },
    correct: (document, { withdrawn }, _id, restated) =>
      withdrawn.type === 'PublicationOverdue'
        ? withoutOverdue(document)
        : withOverdueOf(document, restated(undefined)),
  }),
  rewardModel,
]);
