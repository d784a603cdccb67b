import { attendanceLow } from './attendance-low';
import { documentsLate } from './documents-late';
import { meetingNotPrepared } from './meeting-not-prepared';
import { meetingScoreLowered } from './meeting-score-lowered';
import { meetingTooShort } from './meeting-too-short';

/** Asked of one meeting by itself. */
export const MEETING_QUESTIONS = [meetingNotPrepared, attendanceLow, meetingScoreLowered] as const;

/** Asked of one meeting by the rules of its organisation's year. */
export const MEETING_RULE_QUESTIONS = [meetingTooShort, documentsLate] as const;
