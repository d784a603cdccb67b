import { MEETING_KINDS, yearOfInstant } from '#vocabulary';
import type { OrganisationId } from '#vocabulary';
import { aggregate } from '../shared/aggregate';
import { commandsOn } from '../shared/command';
import { isKnown } from '../shared/facts';
import { field } from '../shared/field';
import {
  decidedUnless,
  firstRefusal,
  requireCount,
  requireOrganisation,
  requireText,
  requireThat,
  requireYear,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { OFFICES } from '../shared/roles';
import { AT_OR_ABOVE } from '../shared/standing';
import { streams } from '../shared/streams';
import { aboutMeeting, onMeeting } from './meeting.commands';
import { HoldMeeting } from './meeting-held';
import { scoreCommands } from './meeting-score';
import { meetingFacts } from './meeting.state';
import type { KnownMeeting, MeetingEvent, MeetingState } from './meeting.state';

const command = commandsOn<MeetingState, MeetingEvent>();
const ofMeeting = { meeting: field.meeting };

export const meetingAggregate = aggregate<MeetingState, MeetingEvent>()({
  category: 'meeting',
  initial: { status: 'UNKNOWN' },
  streamOf: ({ meeting }) => streams.meeting(meeting),
  facts: meetingFacts,
  order: {
    steps: [
      ['MeetingScheduled'],
      ['DocumentsPosted', 'PreparatoryMeetingHeld'],
      ['MeetingHeld'],
      ['VoteTaken', 'ResolutionAdopted', 'MinutesAdopted'],
      ['MeetingScoreProposed'],
      ['MeetingScoreVoted'],
      ['MeetingScoreConfirmed'],
    ],
    voids: { MeetingScoreProposed: ['MeetingScoreVoted'] },
  },
  about: (command, state) => ({
    organisations: 'organisation' in command ? [command.organisation] : organisationOf(state),
  }),
  commands: {
    ScheduleMeeting: command({
      fields: {
        ...ofMeeting,
        organisation: field.organisation,
        kind: field.enum(MEETING_KINDS),
        startsAt: field.instant,
      },
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide(data, { status }, context) {
        const year = yearOfInstant(data.startsAt);
        return decidedUnless(
          firstRefusal(
            requireThat(status === 'UNKNOWN', 'ALREADY_EXISTS', {
              field: 'meeting',
              subject: ['meeting', data],
            }),
            requireYear(year, 'startsAt'),
            requireOrganisation(data.organisation, context),
          ),
          { type: 'MeetingScheduled', data: { ...data, year } },
        );
      },
    }),
    PostDocuments: onMeeting({
      fields: ofMeeting,
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide: (_, state, { effectiveAt }) =>
        decidedUnless(
          requireThat(!state.documentsPosted, 'ALREADY_DONE', {
            subject: ['meeting', state],
            state: 'DOCUMENTS_POSTED',
          }),
          {
            type: 'DocumentsPosted',
            data: { ...aboutMeeting(state), postedAt: effectiveAt },
          },
        ),
    }),
    HoldPreparatoryMeeting: onMeeting({
      fields: ofMeeting,
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide: (_, state) =>
        decidedUnless(
          requireThat(!state.prepared, 'ALREADY_DONE', {
            subject: ['meeting', state],
            state: 'PREPARED',
          }),
          {
            type: 'PreparatoryMeetingHeld',
            data: aboutMeeting(state),
          },
        ),
    }),
    HoldMeeting,
    TakeVote: onMeeting({
      fields: {
        ...ofMeeting,
        subject: field.text(2_000),
        votesFor: field.count,
        votesAgainst: field.count,
        abstentions: field.count,
      },
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide: (data, state) =>
        decidedUnless(
          firstRefusal(
            requireHeld(state),
            requireCount(data.votesFor, 'votesFor'),
            requireCount(data.votesAgainst, 'votesAgainst'),
            requireCount(data.abstentions, 'abstentions'),
          ),
          { type: 'VoteTaken', data: { ...data, ...aboutMeeting(state) } },
        ),
    }),
    AdoptResolution: onMeeting({
      fields: { ...ofMeeting, resolution: field.code, title: field.text(2_000) },
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide: (data, state) =>
        decidedUnless(
          firstRefusal(
            requireHeld(state),
            requireText(data.resolution, 'resolution'),
            requireThat(!state.resolutions.includes(data.resolution), 'ALREADY_DONE', {
              field: 'resolution',
              subject: ['meeting', state],
              state: 'RESOLUTION_ADOPTED',
            }),
          ),
          { type: 'ResolutionAdopted', data: { ...data, ...aboutMeeting(state) } },
        ),
    }),
    AdoptMinutes: onMeeting({
      fields: ofMeeting,
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide: (_, state) =>
        decidedUnless(
          firstRefusal(
            requireHeld(state),
            requireThat(!state.minutesAdopted, 'ALREADY_DONE', {
              subject: ['meeting', state],
              state: 'MINUTES_ADOPTED',
            }),
          ),
          { type: 'MinutesAdopted', data: aboutMeeting(state) },
        ),
    }),
    ...scoreCommands,
    CancelMeeting: onMeeting({
      fields: ofMeeting,
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide: (_, state) =>
        decidedUnless(
          requireThat(state.status === 'SCHEDULED', 'NOT_IN_THIS_STATE', {
            subject: ['meeting', state],
            state: 'CONFIRMED_AS_HELD',
            details: { status: state.status },
          }),
          { type: 'MeetingCancelled', data: aboutMeeting(state) },
        ),
    }),
  },
});

function organisationOf(state: MeetingState): readonly OrganisationId[] {
  return isKnown(state) ? [state.organisation] : [];
}

function requireHeld(state: KnownMeeting): Requirement {
  return requireThat(state.status === 'HELD', 'MEETING_NOT_HELD', {
    field: 'meeting',
    meeting: state.meeting,
  });
}
