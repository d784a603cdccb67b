import { localDateOf } from '#vocabulary';
import { refOf } from '../../facts';
import type { MeetingsSubject } from '../subjects/meetings.subject';
import type { Question } from '../question';
import { shown } from '../terms';

/** By the times of the log itself: something of the year was recorded when it should have been closed. */
export const periodNotClosed = {
  kind: 'PERIOD_NOT_CLOSED',
  rule: null,
  asks: 'Which organisations pledged for a year that should be closed by now and is not, imported years included?',
  answer: ({ pledge, closed, lastRecordedAt }) => {
    const dueOn = pledge?.data.closesOn;
    if (!pledge || dueOn === undefined || closed !== undefined) return [];
    if (lastRecordedAt === undefined || localDateOf(lastRecordedAt) <= dueOn) return [];
    return [{ month: 12, figures: { dueOn }, events: [refOf(pledge)] }];
  },
  sentence: ({ dueOn }) => ({
    vi: `Năm chưa được kết thúc, hạn cuối là ${shown(dueOn)}.`,
    en: `The year is not closed; it was due by ${shown(dueOn)}.`,
  }),
} as const satisfies Question<MeetingsSubject>;
