import type { KeptFact } from '../../facts';
import { heldMeetings } from './meeting.subject';
import type { HeldMeeting } from './meeting.subject';

/** The meetings of an organisation's year, and those it missed. */
export interface MeetingsSubject {
  readonly facts: readonly KeptFact[];
  /** In the order of time. */
  readonly meetings: readonly HeldMeeting[];
}

export function meetingsSubject(facts: readonly KeptFact[]): MeetingsSubject {
  return { facts, meetings: heldMeetings(facts) };
}
