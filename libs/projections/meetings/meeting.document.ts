import type { Instant, MeetingId, MeetingKind, OrganisationId } from '#vocabulary';
import type { Attendance, MeetingScores } from '#domain';
import type { EventRef, Grounded } from '#projection-engine';

export const MEETING_STATES = ['SCHEDULED', 'HELD', 'CANCELLED'] as const;
export type MeetingProgressState = (typeof MEETING_STATES)[number];

/** Self, voted and confirmed scores are separate facts. */
export interface MeetingScoring {
  /** Every proposal, in the order recorded: the last one is what was voted on. */
  readonly proposed: readonly { readonly scores: MeetingScores; readonly event: EventRef }[];
  readonly voted?: {
    /** The proposal as it was when voted. */
    readonly scores: MeetingScores;
    readonly votesFor?: number;
    readonly votesTotal?: number;
    readonly event: EventRef;
  };
  readonly confirmed?: {
    readonly scores: MeetingScores;
    readonly confirmedBy: string;
    readonly event: EventRef;
  };
}

export interface MeetingVote {
  readonly subject: string;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly abstentions: number;
  readonly event: EventRef;
}

export interface MeetingResolution {
  readonly resolution: string;
  readonly title: string;
  readonly event: EventRef;
}

/** One meeting, from its schedule to its final score. */
export interface MeetingDocument extends Grounded {
  readonly meeting: MeetingId;
  readonly organisation: OrganisationId;
  /** To which it counts. */
  readonly year: number;
  readonly state: MeetingProgressState;
  readonly kind?: MeetingKind;
  /** As held or, before that, as scheduled. */
  readonly startsAt?: Instant;
  readonly endsAt?: Instant;
  /** `startsAt` in UTC with milliseconds, which sorts; null while unknown. */
  readonly startsAtUtc: string | null;
  readonly scheduledAt?: Instant;
  readonly documents?: { readonly postedAt: Instant; readonly event: EventRef };
  readonly preparation?: { readonly heldAt: Instant; readonly event: EventRef };
  readonly held?: {
    readonly attendance: Attendance;
    readonly superiorAttended: boolean;
    readonly previousResolutionReviewed: boolean;
    readonly event: EventRef;
  };
  readonly votes: readonly MeetingVote[];
  readonly resolutions: readonly MeetingResolution[];
  readonly minutesAdopted?: EventRef;
  readonly scoring: MeetingScoring;
  readonly cancelled?: EventRef;
}
