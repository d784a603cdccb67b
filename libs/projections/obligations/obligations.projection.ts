import { grounded, modelOf, projectionOf } from '#projection-engine';
import { applyToObligation, begun } from './apply-to-obligation';
import type { ObligationDocument } from './obligation.document';
import { withoutEvent, withState } from './obligation-state';
import { obligationsOf } from './obligations-of';
import type { ObligationEventType } from './obligations-of';

export const OBLIGATIONS = 'obligations';

/** What has to happen by when: meetings, publications, announcements, the ends of disciplines and of years. */
export const obligationsProjection = projectionOf('obligations', 1, [
  modelOf<ObligationDocument, ObligationEventType>({
    collection: {
      name: OBLIGATIONS,
      indexes: [
        {
          name: 'below',
          fields: [
            { path: 'lineage', multiValued: true },
            { path: 'owed' },
            { path: 'dueOn' },
            { path: 'organisation' },
          ],
        },
        { name: 'due', fields: [{ path: 'owed' }, { path: 'dueOn' }, { path: 'organisation' }] },
        {
          name: 'awaited',
          fields: [
            { path: 'owed' },
            { path: 'state' },
            { path: 'imported' },
            { path: 'dueOn' },
            { path: 'organisation' },
          ],
        },
      ],
    },
    takes: {
      PledgeRegistered: true,
      PledgeWithdrawn: true,
      MeetingHeld: true,
      MeetingMissed: true,
      PeriodClosed: true,
      OrganisationEstablished: true,
      OrganisationDissolved: true,
      OrganisationMerged: true,
      RecognitionGranted: true,
      RecognitionRevoked: true,
      RecognitionPublished: true,
      PublicationOverdue: true,
      DisciplineDecided: true,
      DisciplineAnnounced: true,
      ComplaintResolved: true,
      AnnouncementOverdue: true,
      DisciplineExpired: true,
    },
    idsOf: obligationsOf,
    apply: (document, event, id) =>
      grounded(withState(applyToObligation(document ?? begun(id, event), event)), event),
    correct: (document, correction) =>
      grounded(withState(withoutEvent(document, correction.withdrawn.id)), correction),
  }),
]);
