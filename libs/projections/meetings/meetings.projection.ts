import type { MeetingId } from '#vocabulary';
import type { MeetingEvent } from '#domain';
import { documentId, grounded, modelOf, projectionOf } from '#projection-engine';
import { applyToMeeting } from './apply-to-meeting';
import type { MeetingFact } from './apply-to-meeting';
import type { MeetingDocument } from './meeting.document';

export const MEETINGS = 'meetings';

export function meetingDocumentId(meeting: MeetingId): string {
  return documentId(meeting);
}

/** Meetings with everything that happened before, in and after them. */
export const meetingsProjection = projectionOf('meetings', 1, [
  modelOf<MeetingDocument, MeetingEvent['type']>({
    collection: {
      name: MEETINGS,
      indexes: [
        {
          name: 'organisation',
          fields: [{ path: 'organisation' }, { path: 'year' }, { path: 'startsAtUtc' }],
        },
        { name: 'year', fields: [{ path: 'year' }, { path: 'startsAtUtc' }] },
      ],
    },
    takes: {
      MeetingScheduled: true,
      DocumentsPosted: true,
      PreparatoryMeetingHeld: true,
      MeetingHeld: true,
      VoteTaken: true,
      ResolutionAdopted: true,
      MinutesAdopted: true,
      MeetingScoreProposed: true,
      MeetingScoreVoted: true,
      MeetingScoreConfirmed: true,
      MeetingCancelled: true,
    },
    idsOf: ({ data }) => [meetingDocumentId(data.meeting)],
    apply: (document, event) => grounded(applyToMeeting(document ?? begun(event), event), event),
  }),
]);

function begun({ data: { meeting, organisation, year } }: MeetingFact): MeetingDocument {
  return {
    meeting,
    organisation,
    year,
    state: 'SCHEDULED',
    startsAtUtc: null,
    votes: [],
    resolutions: [],
    scoring: { proposed: [] },
    events: [],
  };
}
