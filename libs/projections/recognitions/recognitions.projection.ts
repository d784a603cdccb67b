import type { OrganisationId } from '#vocabulary';
import { documentId, grounded, modelOf, projectionOf, stillGrounded } from '#projection-engine';
import { withoutOverdue, withOverdueOf } from './overdue-publication';
import { applyToRecognition } from './apply-to-recognition';
import type { RegisterEventType, RegisterFact } from './apply-to-recognition';
import type { RecognitionDocument } from './recognition.document';
import { rewardModel } from './reward.model';

export const RECOGNITIONS = 'recognitions';

export function recognitionDocumentId(organisation: OrganisationId, year: number): string {
  return documentId(year, organisation);
}

/** The register of recognitions, by organisation and year. */
export const recognitionsProjection = projectionOf('recognitions', 3, [
  modelOf<RecognitionDocument, RegisterEventType>({
    collection: {
      name: RECOGNITIONS,
      indexes: [
        {
          name: 'below',
          fields: [
            { path: 'lineage', multiValued: true },
            { path: 'decided' },
            { path: 'year' },
            { path: 'organisation' },
            { path: 'state' },
          ],
        },
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
    takes: {
      AssessmentOpened: true,
      RecognitionProposed: true,
      RecognitionGranted: true,
      RecognitionRefused: true,
      RecognitionPublished: true,
      RewardGranted: true,
      RecognitionReviewRequired: true,
      RecognitionUpheld: true,
      RecognitionCorrected: true,
      RecognitionRevoked: true,
      PublicationOverdue: true,
    },
    idsOf: ({ data }) => [recognitionDocumentId(data.organisation, data.year)],
    apply: (document, event) =>
      grounded(applyToRecognition(document ?? begun(event), event), event),
    correct: (document, correction, _id, restated) =>
      correction.withdrawn.type === 'PublicationOverdue'
        ? stillGrounded(document, withoutOverdue(document), correction)
        : stillGrounded(document, withOverdueOf(document, restated(undefined)), correction),
  }),
  rewardModel,
]);

function begun({ data: { organisation, year }, metadata }: RegisterFact): RecognitionDocument {
  return {
    organisation,
    year,
    lineage: metadata.tags.organisations,
    state: 'OPENED',
    decided: false,
    standing: { status: 'UNDECIDED', proposed: false },
    decisions: [],
    rewards: [],
    reviews: [],
    events: [],
  };
}
