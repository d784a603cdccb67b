import { assertNever } from '#vocabulary';
import type { Instant } from '#vocabulary';
import type { MeetingEvent } from '#domain';
import { refTo } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import { applyToScoring } from './apply-to-scoring';
import type { MeetingDocument } from './meeting.document';

export type MeetingFact = FactOfType<MeetingEvent['type']>;

export function applyToMeeting(document: MeetingDocument, event: MeetingFact): MeetingDocument {
  switch (event.type) {
    case 'MeetingScheduled': {
      const { kind, startsAt, year } = event.data;
      return {
        ...document,
        year,
        kind,
        ...start(startsAt),
        scheduledAt: event.metadata.effectiveAt,
      };
    }
    case 'MeetingHeld':
      return held(document, event);
    case 'DocumentsPosted':
      return { ...document, documents: { postedAt: event.data.postedAt, event: refTo(event) } };
    case 'PreparatoryMeetingHeld':
      return {
        ...document,
        preparation: { heldAt: event.metadata.effectiveAt, event: refTo(event) },
      };
    case 'VoteTaken': {
      const { subject, votesFor, votesAgainst, abstentions } = event.data;
      const vote = { subject, votesFor, votesAgainst, abstentions, event: refTo(event) };
      return { ...document, votes: [...document.votes, vote] };
    }
    case 'ResolutionAdopted': {
      const { resolution, title } = event.data;
      const adopted = { resolution, title, event: refTo(event) };
      return { ...document, resolutions: [...document.resolutions, adopted] };
    }
    case 'MinutesAdopted':
      return { ...document, minutesAdopted: refTo(event) };
    case 'MeetingScoreProposed':
    case 'MeetingScoreVoted':
    case 'MeetingScoreConfirmed':
      return { ...document, scoring: applyToScoring(document.scoring, event) };
    case 'MeetingCancelled':
      return { ...document, state: 'CANCELLED', cancelled: refTo(event) };
    default:
      return assertNever(event);
  }
}

function held(document: MeetingDocument, event: FactOfType<'MeetingHeld'>): MeetingDocument {
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
}

function start(startsAt: Instant): Pick<MeetingDocument, 'startsAtUtc'> & {
  readonly startsAt: Instant;
} {
  return { startsAt, startsAtUtc: new Date(startsAt).toISOString() };
}
