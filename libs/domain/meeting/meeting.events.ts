import type { Fact } from '../shared/event';
import type {
  Decimal,
  Instant,
  MeetingId,
  MeetingKind,
  MemberId,
  OrganisationId,
} from '#vocabulary';

/** Every event of a meeting says whose it is and to which year it counts (its start, in Vietnam). */
interface OfMeeting {
  readonly meeting: MeetingId;
  readonly organisation: OrganisationId;
  readonly year: number;
}

export interface Attendance {
  /** Members − exempted − special duty: who should have come. */
  readonly expected: number;
  readonly present: number;
  readonly excused: readonly MemberId[];
  readonly unexcused: readonly MemberId[];
  readonly specialDuty: readonly MemberId[];
}

/** Points by group of the meeting scale, each an exact decimal. */
export type MeetingScores = Readonly<Record<string, Decimal>>;

export type MeetingEvent =
  | Fact<'MeetingScheduled', OfMeeting & { readonly kind: MeetingKind; readonly startsAt: Instant }>
  | Fact<'DocumentsPosted', OfMeeting & { readonly postedAt: Instant }>
  | Fact<'PreparatoryMeetingHeld', OfMeeting>
  | Fact<
      'MeetingHeld',
      OfMeeting & {
        readonly kind: MeetingKind;
        readonly startsAt: Instant;
        readonly endsAt: Instant;
        readonly attendance: Attendance;
        readonly superiorAttended: boolean;
        readonly previousResolutionReviewed: boolean;
      }
    >
  | Fact<
      'VoteTaken',
      OfMeeting & {
        readonly subject: string;
        readonly votesFor: number;
        readonly votesAgainst: number;
        readonly abstentions: number;
      }
    >
  | Fact<'ResolutionAdopted', OfMeeting & { readonly resolution: string; readonly title: string }>
  | Fact<'MinutesAdopted', OfMeeting>
  | Fact<'MeetingScoreProposed', OfMeeting & { readonly scores: MeetingScores }>
  | Fact<
      'MeetingScoreVoted',
      OfMeeting & { readonly votesFor?: number; readonly votesTotal?: number }
    >
  /** `scores` are final: those proposed unless the confirming delegate gave others. */
  | Fact<
      'MeetingScoreConfirmed',
      OfMeeting & { readonly scores: MeetingScores; readonly confirmedBy: string }
    >
  | Fact<'MeetingCancelled', OfMeeting>;
