import { compareInstants, yearOfInstant } from '#vocabulary';
import { dataOf } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import type { Decision } from '../shared/decision';
import { requireDistinct } from '../shared/distinct';
import {
  decidedUnless,
  firstRefusal,
  requireCount,
  requireKnownMember,
  requireOrganisation,
  requireThat,
  requireYear,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { MeetingCommand } from './meeting.commands';
import type { Attendance, MeetingEvent } from './meeting.events';
import type { MeetingState } from './meeting.state';

type Of<Type extends MeetingCommand['type']> = Extract<MeetingCommand, { type: Type }>;

export function decideScheduled(
  command: Of<'ScheduleMeeting'>,
  state: MeetingState,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const year = yearOfInstant(command.startsAt);
  const obstacle = firstRefusal(
    requireThat(state.status === 'UNKNOWN', 'ALREADY_EXISTS', { field: 'meeting' }),
    requireYear(year, 'startsAt'),
    requireOrganisation(command.organisation, context),
  );
  return decidedUnless(obstacle, { type: 'MeetingScheduled', data: { ...dataOf(command), year } });
}

/** A meeting may be held at another time, and be of another kind, than was scheduled. */
export function decideHeld(
  command: Of<'HoldMeeting'>,
  state: MeetingState,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const year = yearOfInstant(command.startsAt);
  const obstacle = firstRefusal(
    requireNotYetHeld(state, command),
    requireYear(year, 'startsAt'),
    requireThat(compareInstants(command.endsAt, command.startsAt) > 0, 'VALUE_INVALID', {
      field: 'endsAt',
      details: { startsAt: command.startsAt, endsAt: command.endsAt },
    }),
    requireThat(compareInstants(command.endsAt, context.now) <= 0, 'EFFECTIVE_IN_FUTURE', {
      field: 'endsAt',
    }),
    requireOrganisation(command.organisation, context),
    requireOrganisation(command.organisation, context, 'startsAt', command.startsAt),
    requireAttendance(command.attendance, context),
  );
  return decidedUnless(obstacle, { type: 'MeetingHeld', data: { ...dataOf(command), year } });
}

function requireNotYetHeld(state: MeetingState, command: Of<'HoldMeeting'>): Requirement {
  if (state.status === 'UNKNOWN') return undefined;
  const about = { field: 'meeting' };
  return firstRefusal(
    requireThat(state.status !== 'HELD', 'ALREADY_EXISTS', about),
    requireThat(state.status !== 'CANCELLED', 'MEETING_CANCELLED', about),
    requireThat(state.organisation === command.organisation, 'MEETING_OF_ANOTHER_ORGANISATION', {
      field: 'organisation',
      details: { organisation: state.organisation },
    }),
  );
}

function requireAttendance(attendance: Attendance, context: DecisionContext): Requirement {
  const { expected, present, excused, unexcused, specialDuty } = attendance;
  const listed = [...excused, ...unexcused, ...specialDuty];
  return firstRefusal(
    requireCount(expected, 'attendance.expected'),
    requireCount(present, 'attendance.present'),
    requireThat(present <= expected, 'ATTENDANCE_IMPOSSIBLE', {
      field: 'attendance.present',
      details: { present, expected },
    }),
    // Those on special duty are not expected; of those who are, some may not be accounted for.
    requireThat(present + excused.length + unexcused.length <= expected, 'ATTENDANCE_IMPOSSIBLE', {
      field: 'attendance',
      details: { present, excused: excused.length, unexcused: unexcused.length, expected },
    }),
    requireDistinct(listed, 'attendance'),
    ...listed.map((member) => requireKnownMember(member, context, 'attendance')),
  );
}
