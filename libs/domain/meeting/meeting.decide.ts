import { assertNever } from '#vocabulary';
import { dataOf } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { decided, refused } from '../shared/decision';
import type { Decision } from '../shared/decision';
import { refusal } from '../shared/refusal';
import {
  decidedUnless,
  firstRefusal,
  requireCount,
  requireText,
  requireThat,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { decideHeld, decideScheduled } from './meeting-held.decide';
import { decideScore, isScoreCommand } from './meeting-score.decide';
import type { MeetingCommand } from './meeting.commands';
import type { MeetingEvent } from './meeting.events';
import type { KnownMeeting, MeetingState } from './meeting.state';

export function decideMeeting(
  command: MeetingCommand,
  state: MeetingState,
  context: DecisionContext,
): Decision<MeetingEvent> {
  if (command.type === 'ScheduleMeeting') return decideScheduled(command, state, context);
  if (command.type === 'HoldMeeting') return decideHeld(command, state, context);
  if (state.status === 'UNKNOWN') return refused(refusal('NOT_RECORDED', { field: 'meeting' }));
  if (state.status === 'CANCELLED') {
    return refused(refusal('MEETING_CANCELLED', { field: 'meeting' }));
  }
  if (isScoreCommand(command)) return decideScore(command, state, context);
  const { meeting, organisation, year } = state;
  const of = { meeting, organisation, year };
  switch (command.type) {
    case 'PostDocuments':
      return decidedUnless(requireThat(!state.documentsPosted, 'ALREADY_DONE'), {
        type: 'DocumentsPosted',
        data: { ...of, postedAt: context.effectiveAt },
      });
    case 'HoldPreparatoryMeeting':
      return decidedUnless(requireThat(!state.prepared, 'ALREADY_DONE'), {
        type: 'PreparatoryMeetingHeld',
        data: of,
      });
    case 'TakeVote':
      return decidedUnless(
        firstRefusal(
          requireHeld(state),
          requireCount(command.votesFor, 'votesFor'),
          requireCount(command.votesAgainst, 'votesAgainst'),
          requireCount(command.abstentions, 'abstentions'),
        ),
        { type: 'VoteTaken', data: { ...dataOf(command), ...of } },
      );
    case 'AdoptResolution':
      return decidedUnless(
        firstRefusal(
          requireHeld(state),
          requireText(command.resolution, 'resolution'),
          requireThat(!state.resolutions.includes(command.resolution), 'ALREADY_DONE', {
            field: 'resolution',
          }),
        ),
        { type: 'ResolutionAdopted', data: { ...dataOf(command), ...of } },
      );
    case 'AdoptMinutes':
      return decidedUnless(
        firstRefusal(requireHeld(state), requireThat(!state.minutesAdopted, 'ALREADY_DONE')),
        { type: 'MinutesAdopted', data: of },
      );
    case 'CancelMeeting':
      return state.status === 'SCHEDULED'
        ? decided({ type: 'MeetingCancelled', data: of })
        : refused(refusal('NOT_IN_THIS_STATE', { details: { status: state.status } }));
    default:
      return assertNever(command);
  }
}

function requireHeld(state: KnownMeeting): Requirement {
  return requireThat(state.status === 'HELD', 'MEETING_NOT_HELD', { field: 'meeting' });
}
