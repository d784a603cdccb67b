import { attendanceLow } from './attendance-low';
import { meetingNotPrepared } from './meeting-not-prepared';
import { meetingScoreLowered } from './meeting-score-lowered';

/** Asked of one meeting by itself. */
export const MEETING_QUESTIONS = [meetingNotPrepared, attendanceLow, meetingScoreLowered] as const;
