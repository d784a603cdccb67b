import { refOf } from '../../facts';
import type { KeptFactOfType } from '../subjects/of-type';
import { periodOf } from '../subjects/meetings.subject';
import type { MeetingsSubject } from '../subjects/meetings.subject';
import type { Question } from '../question';
import { shown } from '../terms';

/** A meeting that is recorded late after all makes up for it. */
export const meetingMissed = {
  kind: 'MEETING_MISSED',
  rule: 'R-09',
  asks: 'Which months had no regular meeting, which quarters no thematic one? One recorded late makes up for it.',
  candidates: ({ missed }) => missed.map(periodOf),
  answer: (subject) =>
    subject.missed
      .filter((missed) => !wasHeld(missed, subject))
      .map((missed) => ({
        about: periodOf(missed),
        figures: figuresOf(missed),
        events: [refOf(missed)],
      })),
  sentence: ({ period, month, quarter }) =>
    period === 'MONTH'
      ? {
          vi: `Tháng ${shown(month)} không có sinh hoạt thường kỳ.`,
          en: `No regular meeting was held in month ${shown(month)}.`,
        }
      : {
          vi: `Quý ${shown(quarter)} không có sinh hoạt chuyên đề.`,
          en: `No thematic meeting was held in quarter ${shown(quarter)}.`,
        },
} as const satisfies Question<MeetingsSubject>;

function figuresOf({ data }: KeptFactOfType<'MeetingMissed'>) {
  return data.period === 'MONTH'
    ? { period: data.period, month: data.month }
    : { period: data.period, quarter: data.quarter };
}

function wasHeld(
  { data }: KeptFactOfType<'MeetingMissed'>,
  { course: { months, quarters } }: MeetingsSubject,
): boolean {
  return data.period === 'MONTH' ? months.includes(data.month) : quarters.includes(data.quarter);
}
