import type { Instant, MeetingId, MeetingKind, OrganisationId } from '#vocabulary';
import type { Attendance, MeetingScores } from './meeting.events';

interface OfMeeting {
  readonly meeting: MeetingId;
}

export type MeetingCommand =
  | (OfMeeting & {
      readonly type: 'ScheduleMeeting';
      readonly organisation: OrganisationId;
      readonly kind: MeetingKind;
      readonly startsAt: Instant;
    })
  | (OfMeeting & { readonly type: 'PostDocuments' })
  | (OfMeeting & { readonly type: 'HoldPreparatoryMeeting' })
  /** For a meeting that was never scheduled here, too. */
  | (OfMeeting & {
      readonly type: 'HoldMeeting';
      readonly organisation: OrganisationId;
      readonly kind: MeetingKind;
      readonly startsAt: Instant;
      readonly endsAt: Instant;
      readonly attendance: Attendance;
      readonly superiorAttended: boolean;
      readonly previousResolutionReviewed: boolean;
    })
  | (OfMeeting & {
      readonly type: 'TakeVote';
      readonly subject: string;
      readonly votesFor: number;
      readonly votesAgainst: number;
      readonly abstentions: number;
    })
  | (OfMeeting & {
      readonly type: 'AdoptResolution';
      readonly resolution: string;
      readonly title: string;
    })
  | (OfMeeting & { readonly type: 'AdoptMinutes' })
  | (OfMeeting & { readonly type: 'ProposeMeetingScore'; readonly scores: MeetingScores })
  | (OfMeeting & {
      readonly type: 'VoteMeetingScore';
      readonly votesFor?: number;
      readonly votesTotal?: number;
    })
  | (OfMeeting & { readonly type: 'ConfirmMeetingScore'; readonly scores?: MeetingScores })
  | (OfMeeting & { readonly type: 'CancelMeeting' });
