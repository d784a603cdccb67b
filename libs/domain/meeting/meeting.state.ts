import { assertNever } from '#vocabulary';
import type { Effective } from '../shared/event';
import type { MeetingId, OrganisationId } from '#vocabulary';
import type { MeetingEvent, MeetingScores } from './meeting.events';

/** The score on its way from the cell to the superior's delegate. */
export type MeetingScoring =
  | { readonly stage: 'NONE' }
  | { readonly stage: 'PROPOSED' | 'VOTED' | 'CONFIRMED'; readonly scores: MeetingScores };

interface OfMeeting {
  readonly meeting: MeetingId;
  readonly organisation: OrganisationId;
  readonly year: number;
}

export type MeetingState =
  | { readonly status: 'UNKNOWN' }
  | (OfMeeting & {
      readonly status: 'SCHEDULED' | 'HELD' | 'CANCELLED';
      readonly documentsPosted: boolean;
      readonly prepared: boolean;
      readonly resolutions: readonly string[];
      readonly minutesAdopted: boolean;
      readonly scoring: MeetingScoring;
    });

export type KnownMeeting = Exclude<MeetingState, { status: 'UNKNOWN' }>;

export const unknownMeeting: MeetingState = { status: 'UNKNOWN' };

export function evolveMeeting(state: MeetingState, fact: Effective<MeetingEvent>): MeetingState {
  switch (fact.type) {
    case 'MeetingScheduled':
      return state.status === 'UNKNOWN' ? begun('SCHEDULED', fact.data) : state;
    case 'MeetingHeld':
      if (state.status === 'UNKNOWN') return begun('HELD', fact.data);
      return state.status === 'SCHEDULED'
        ? { ...state, status: 'HELD', year: fact.data.year }
        : state;
    default:
      return state.status === 'UNKNOWN' ? state : evolveKnown(state, fact);
  }
}

function evolveKnown(
  state: KnownMeeting,
  fact: Exclude<Effective<MeetingEvent>, { type: 'MeetingScheduled' | 'MeetingHeld' }>,
): MeetingState {
  switch (fact.type) {
    case 'DocumentsPosted':
      return { ...state, documentsPosted: true };
    case 'PreparatoryMeetingHeld':
      return { ...state, prepared: true };
    case 'ResolutionAdopted':
      return { ...state, resolutions: [...state.resolutions, fact.data.resolution] };
    case 'MinutesAdopted':
      return { ...state, minutesAdopted: true };
    case 'MeetingScoreProposed':
      if (state.scoring.stage === 'CONFIRMED') return state;
      return { ...state, scoring: { stage: 'PROPOSED', scores: fact.data.scores } };
    case 'MeetingScoreVoted':
      if (state.scoring.stage !== 'PROPOSED') return state;
      return { ...state, scoring: { stage: 'VOTED', scores: state.scoring.scores } };
    case 'MeetingScoreConfirmed':
      if (state.scoring.stage === 'CONFIRMED') return state;
      return { ...state, scoring: { stage: 'CONFIRMED', scores: fact.data.scores } };
    case 'MeetingCancelled':
      return state.status === 'SCHEDULED' ? { ...state, status: 'CANCELLED' } : state;
    case 'VoteTaken':
      return state;
    default:
      return assertNever(fact);
  }
}

function begun(
  status: KnownMeeting['status'],
  { meeting, organisation, year }: OfMeeting,
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
