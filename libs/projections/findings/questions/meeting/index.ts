import type { Question } from '../../question';
import type { MeetingSubject } from '../../subjects/meeting.subject';
import { attendanceLow } from './attendance-low';
import { documentsLate } from './documents-late';
import { meetingNotPrepared } from './meeting-not-prepared';
import { meetingScoreLowered } from './meeting-score-lowered';
import { meetingTooShort } from './meeting-too-short';

/** Asked of one meeting by itself. */
export const MEETING_QUESTIONS: readonly Question<MeetingSubject>[] = [
  meetingTooShort,
  documentsLate,
  meetingNotPrepared,
  attendanceLow,
  meetingScoreLowered,
];
