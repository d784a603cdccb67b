import type {
  Decimal,
  Instant,
  MeetingId,
  MeetingKind,
  MemberId,
  OrganisationId,
} from '#vocabulary';
import type { Fact } from '../shared/event';
import { isKnown, onceKnown, unchanged } from '../shared/facts';
import type { Facts, Known } from '../shared/facts';

/** Every event of a meeting says whose it is and to which year it counts (its start, in Vietnam). */
export interface AboutMeeting {
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
  | Fact<
      'MeetingScheduled',
      AboutMeeting & { readonly kind: MeetingKind; readonly startsAt: Instant }
    >
  | Fact<'DocumentsPosted', AboutMeeting & { readonly postedAt: Instant }>
  | Fact<'PreparatoryMeetingHeld', AboutMeeting>
  | Fact<
      'MeetingHeld',
      AboutMeeting & {
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
      AboutMeeting & {
        readonly subject: string;
        readonly votesFor: number;
        readonly votesAgainst: number;
        readonly abstentions: number;
      }
    >
  | Fact<
      'ResolutionAdopted',
      AboutMeeting & { readonly resolution: string; readonly title: string }
    >
  | Fact<'MinutesAdopted', AboutMeeting>
  | Fact<'MeetingScoreProposed', AboutMeeting & { readonly scores: MeetingScores }>
  | Fact<
      'MeetingScoreVoted',
      AboutMeeting & { readonly votesFor?: number; readonly votesTotal?: number }
    >
  /** `scores` are final: those proposed unless the confirming delegate gave others. */
  | Fact<
      'MeetingScoreConfirmed',
      AboutMeeting & { readonly scores: MeetingScores; readonly confirmedBy: string }
    >
  | Fact<'MeetingCancelled', AboutMeeting>;

/** The score on its way from the cell to the superior's delegate. */
type MeetingScoring =
  | { readonly stage: 'NONE' }
  | { readonly stage: 'PROPOSED' | 'VOTED' | 'CONFIRMED'; readonly scores: MeetingScores };

export type MeetingState =
  | { readonly status: 'UNKNOWN' }
  | (AboutMeeting & {
      readonly status: 'SCHEDULED' | 'HELD' | 'CANCELLED';
      readonly documentsPosted: boolean;
      readonly prepared: boolean;
      readonly resolutions: readonly string[];
      readonly minutesAdopted: boolean;
      readonly scoring: MeetingScoring;
    });

export type KnownMeeting = Known<MeetingState>;

export const meetingFacts: Facts<MeetingState, MeetingEvent> = {
  MeetingScheduled: {
    groundOf: ['MeetingCancelled', 'DocumentsPosted', 'PreparatoryMeetingHeld'],
    evolve: (state, { data }) => (isKnown(state) ? state : begun('SCHEDULED', data)),
  },
  DocumentsPosted: {
    groundOf: [],
    evolve: onceKnown((state) => ({ ...state, documentsPosted: true })),
  },
  PreparatoryMeetingHeld: {
    groundOf: [],
    evolve: onceKnown((state) => ({ ...state, prepared: true })),
  },
  MeetingHeld: {
    groundOf: [
      'VoteTaken',
      'ResolutionAdopted',
      'MinutesAdopted',
      'MeetingScoreProposed',
      'MeetingScoreVoted',
      'MeetingScoreConfirmed',
    ],
    evolve(state, { data }) {
      if (!isKnown(state)) return begun('HELD', data);
      return state.status === 'SCHEDULED' ? { ...state, status: 'HELD', year: data.year } : state;
    },
  },
  VoteTaken: { groundOf: [], evolve: unchanged },
  ResolutionAdopted: {
    groundOf: [],
    evolve: onceKnown((state, { data }) => ({
      ...state,
      resolutions: [...state.resolutions, data.resolution],
    })),
  },
  MinutesAdopted: {
    groundOf: ['MeetingScoreProposed', 'MeetingScoreVoted', 'MeetingScoreConfirmed'],
    evolve: onceKnown((state) => ({ ...state, minutesAdopted: true })),
  },
  MeetingScoreProposed: {
    groundOf: ['MeetingScoreVoted', 'MeetingScoreConfirmed'],
    evolve: onceKnown((state, { data: { scores } }) =>
      state.scoring.stage === 'CONFIRMED'
        ? state
        : { ...state, scoring: { stage: 'PROPOSED', scores } },
    ),
  },
  MeetingScoreVoted: {
    groundOf: [],
    evolve: onceKnown((state) =>
      state.scoring.stage === 'PROPOSED'
        ? { ...state, scoring: { stage: 'VOTED', scores: state.scoring.scores } }
        : state,
    ),
  },
  MeetingScoreConfirmed: {
    groundOf: [],
    evolve: onceKnown((state, { data: { scores } }) =>
      state.scoring.stage === 'CONFIRMED'
        ? state
        : { ...state, scoring: { stage: 'CONFIRMED', scores } },
    ),
  },
  MeetingCancelled: {
    groundOf: [],
    evolve: onceKnown((state) =>
      state.status === 'SCHEDULED' ? { ...state, status: 'CANCELLED' } : state,
    ),
  },
};

function begun(
  status: KnownMeeting['status'],
  { meeting, organisation, year }: AboutMeeting,
): KnownMeeting {
  return {
    status,
    meeting,
    organisation,
    year,
    documentsPosted: false,
    prepared: false,
    resolutions: [],
    minutesAdopted: false,
    scoring: { stage: 'NONE' },
  };
}
