import { compareInstants, localDateOf, MEETING_KINDS, yearOfInstant } from '#vocabulary';
import type { Instant, OrganisationId } from '#vocabulary';
import { commandsOn } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { requireDistinct } from '../shared/distinct';
import { outOfOrder } from '../shared/order-of-dates';
import { field } from '../shared/field';
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
import { OFFICES } from '../shared/roles';
import { AT_OR_ABOVE } from '../shared/standing';
import type { Attendance, MeetingEvent, MeetingState } from './meeting.state';

/**
 * A meeting may be held at another time, and be of another kind, than was scheduled; or never have
 * been scheduled here.
 */
export const HoldMeeting = commandsOn<MeetingState, MeetingEvent>()({
  fields: {
    meeting: field.meeting,
    organisation: field.organisation,
    kind: field.enum(MEETING_KINDS),
    startsAt: field.instant,
    endsAt: field.instant,
    attendance: field.nested({
      expected: field.count,
      present: field.count,
      excused: field.list(field.member),
      unexcused: field.list(field.member),
      specialDuty: field.list(field.member),
    }),
    superiorAttended: field.boolean,
    previousResolutionReviewed: field.boolean,
  },
  authority: { roles: OFFICES, standing: AT_OR_ABOVE },
  decide(data, state, context) {
    const { organisation, startsAt, endsAt, attendance } = data;
    const year = yearOfInstant(startsAt);
    const obstacle = firstRefusal(
      requireNotYetHeld(state, organisation),
      requireYear(year, 'startsAt'),
      requireThat(compareInstants(endsAt, startsAt) > 0, 'VALUE_INVALID', {
        field: 'endsAt',
        value: endsAt,
        details: { startsAt, endsAt },
      }),
      requireThat(compareInstants(endsAt, context.now) <= 0, 'EFFECTIVE_IN_FUTURE', {
        field: 'endsAt',
        value: endsAt,
      }),
      requireOrganisation(organisation, context),
      requireOrganisation(organisation, context, 'startsAt', startsAt),
      requireAttendance(attendance, context),
      requireHeldThatDay(endsAt, context),
    );
    return decidedUnless(obstacle, { type: 'MeetingHeld', data: { ...data, year } });
  },
});

function requireHeldThatDay(
  endsAt: Instant,
  { effectiveAt }: Pick<DecisionContext, 'effectiveAt'>,
): Requirement {
  const [on, endedOn] = [localDateOf(effectiveAt), localDateOf(endsAt)];
  return on === endedOn ? undefined : outOfOrder('MeetingHeld', on, 'the end of it', endedOn);
}

function requireNotYetHeld(state: MeetingState, organisation: OrganisationId): Requirement {
  if (state.status === 'UNKNOWN') return undefined;
  const about = { field: 'meeting', meeting: state.meeting };
  return firstRefusal(
    requireThat(state.status !== 'HELD', 'ALREADY_EXISTS', {
      field: 'meeting',
      subject: ['meeting', state],
    }),
    requireThat(state.status !== 'CANCELLED', 'MEETING_CANCELLED', about),
    requireThat(state.organisation === organisation, 'MEETING_OF_ANOTHER_ORGANISATION', {
      field: 'organisation',
      meeting: state.meeting,
      organisation: state.organisation,
    }),
  );
}

function requireAttendance(attendance: Attendance, context: DecisionContext): Requirement {
  const { expected, present, excused, unexcused, specialDuty } = attendance;
  const counted = present + excused.length + unexcused.length;
  const listed = [...excused, ...unexcused, ...specialDuty];
  return firstRefusal(
    requireCount(expected, 'attendance.expected'),
    requireCount(present, 'attendance.present'),
    requireThat(present <= expected, 'ATTENDANCE_IMPOSSIBLE', {
      field: 'attendance.present',
      expected,
      counted: present,
      details: { present },
    }),
    // Those on special duty are not expected; of those who are, some may not be accounted for.
    requireThat(counted <= expected, 'ATTENDANCE_IMPOSSIBLE', {
      field: 'attendance',
      expected,
      counted,
      details: { present, excused: excused.length, unexcused: unexcused.length },
    }),
    requireDistinct(listed, 'attendance'),
    ...listed.map((member) => requireKnownMember(member, context, 'attendance')),
  );
}
