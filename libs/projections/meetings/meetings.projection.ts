import type { Instant, MeetingId } from '#vocabulary';
import { documentId, modelOf, projectionOf, refTo } from '#projection-engine';
import type { MeetingDocument } from './meeting.document';

export const MEETINGS = 'meetings';

export function meetingDocumentId(meeting: MeetingId): string {
  return documentId(meeting);
}

/** Meetings with everything that happened before, in and after them. */
export const meetingsProjection = projectionOf('meetings', 1, [
  modelOf<MeetingDocument>()({
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
    idsOf: ({ data }) => [meetingDocumentId(data.meeting)],
    begin: ({ data: { meeting, organisation, year } }) => ({
      meeting,
      organisation,
      year,
      state: 'SCHEDULED',
      startsAtUtc: null,
      votes: [],
      resolutions: [],
      scoring: { proposed: [] },
      events: [],
    }),
    takes: {
      MeetingScheduled: (document, { data: { kind, startsAt, year }, metadata }) => ({
        ...document,
        year,
        kind,
        ...start(startsAt),
        scheduledAt: metadata.effectiveAt,
      }),
      DocumentsPosted: (document, event) => ({
        ...document,
        documents: { postedAt: event.data.postedAt, event: refTo(event) },
      }),
      PreparatoryMeetingHeld: (document, event) => ({
        ...document,
        preparation: { heldAt: event.metadata.effectiveAt, event: refTo(event) },
      }),
      MeetingHeld: (document, event) => {
        const { kind, startsAt, endsAt, year, attendance } = event.data;
        const { superiorAttended, previousResolutionReviewed } = event.data;
        return {
          ...document,
          state: 'HELD',
          year,
          kind,
          ...start(startsAt),
          endsAt,
          held: { attendance, superiorAttended, previousResolutionReviewed, event: refTo(event) },
        };
      },
      VoteTaken: (document, event) => {
        const { subject, votesFor, votesAgainst, abstentions } = event.data;
        const vote = { subject, votesFor, votesAgainst, abstentions, event: refTo(event) };
        return { ...document, votes: [...document.votes, vote] };
      },
      ResolutionAdopted: (document, event) => {
        const { resolution, title } = event.data;
        const adopted = { resolution, title, event: refTo(event) };
        return { ...document, resolutions: [...document.resolutions, adopted] };
      },
      MinutesAdopted: (document, event) => ({ ...document, minutesAdopted: refTo(event) }),
      // What the cell proposed, what it voted and what the superior confirmed are kept apart.
      MeetingScoreProposed: (document, event) => {
        const { scoring } = document;
        const proposal = { scores: event.data.scores, event: refTo(event) };
        return { ...document, scoring: { ...scoring, proposed: [...scoring.proposed, proposal] } };
      },
      MeetingScoreVoted: (document, event) => {
        const { scoring } = document;
        const { votesFor, votesTotal } = event.data;
        const voted = {
          scores: scoring.proposed.at(-1)?.scores ?? {},
          ...(votesFor === undefined ? {} : { votesFor }),
          ...(votesTotal === undefined ? {} : { votesTotal }),
          event: refTo(event),
        };
        return { ...document, scoring: { ...scoring, voted } };
      },
      MeetingScoreConfirmed: (document, event) => {
        const { scoring } = document;
        const { scores, confirmedBy } = event.data;
        const confirmed = { scores, confirmedBy, event: refTo(event) };
        return { ...document, scoring: { ...scoring, confirmed } };
      },
      MeetingCancelled: (document, event) => ({
        ...document,
        state: 'CANCELLED',
        cancelled: refTo(event),
      }),
    },
  }),
]);

function start(
  startsAt: Instant,
): Pick<MeetingDocument, 'startsAtUtc'> & { readonly startsAt: Instant } {
  return { startsAt, startsAtUtc: new Date(startsAt).toISOString() };
}
