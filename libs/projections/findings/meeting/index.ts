import { attendanceImplausible } from './attendance-implausible';
import { attendanceLow } from './attendance-low';
import { documentsLate } from './documents-late';
import { meetingInvalid } from './meeting-invalid';
import { meetingNotPrepared } from './meeting-not-prepared';
import { meetingScoreLowered } from './meeting-score-lowered';
import { meetingTooShort } from './meeting-too-short';

/** Asked of one meeting by itself. */
export const MEETING_QUESTIONS = [
  meetingNotPrepared,
  attendanceLow,
  attendanceImplausible,
  meetingScoreLowered,
] as const;

/** Asked of one meeting by the rules of its organisation's year. */
export const MEETING_RULE_QUESTIONS = [meetingTooShort, documentsLate, meetingInvalid] as const;
