import type { Aggregate } from '../shared/aggregate';
import { streams } from '../shared/streams';
import type { MeetingCommand } from './meeting.commands';
import { decideMeeting } from './meeting.decide';
import type { MeetingEvent } from './meeting.events';
import { evolveMeeting, unknownMeeting } from './meeting.state';
import type { MeetingState } from './meeting.state';

export const meetingAggregate: Aggregate<MeetingCommand, MeetingEvent, MeetingState> = {
  category: 'meeting',
  commands: [
    'ScheduleMeeting',
    'PostDocuments',
    'HoldPreparatoryMeeting',
    'HoldMeeting',
    'TakeVote',
    'AdoptResolution',
    'AdoptMinutes',
    'ProposeMeetingScore',
    'VoteMeetingScore',
    'ConfirmMeetingScore',
    'CancelMeeting',
  ],
  events: [
    'MeetingScheduled',
    'DocumentsPosted',
    'PreparatoryMeetingHeld',
    'MeetingHeld',
    'VoteTaken',
    'ResolutionAdopted',
    'MinutesAdopted',
    'MeetingScoreProposed',
    'MeetingScoreVoted',
    'MeetingScoreConfirmed',
    'MeetingCancelled',
  ],
  initial: unknownMeeting,
  streamOf: ({ meeting }) => streams.meeting(meeting),
  decide: decideMeeting,
  evolve: evolveMeeting,
};
