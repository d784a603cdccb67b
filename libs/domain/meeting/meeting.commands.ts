import { commandsAfter } from '../shared/command';
import { refused } from '../shared/decision';
import { isKnown } from '../shared/facts';
import { refusal } from '../shared/refusal';
import type { AboutMeeting, KnownMeeting, MeetingEvent, MeetingState } from './meeting.state';

/** What every fact of a meeting says of it. */
export function aboutMeeting({ meeting, organisation, year }: AboutMeeting): AboutMeeting {
  return { meeting, organisation, year };
}

/** Declares commands about a meeting that there is, and that was not cancelled. */
export const onMeeting = commandsAfter<
  MeetingState,
  MeetingEvent,
  Pick<AboutMeeting, 'meeting'>,
  KnownMeeting
>((state, decide, { meeting }) => {
  if (!isKnown(state)) {
    return refused(
      refusal('NOT_RECORDED', { field: 'meeting', subject: ['meeting', { meeting }] }),
    );
  }
  return state.status === 'CANCELLED'
    ? refused(refusal('MEETING_CANCELLED', { field: 'meeting', meeting }))
    : decide(state);
});
