import { localDateOf } from '#vocabulary';
import { refOf } from '../../facts';
import { isRegular, isThematic } from '../subjects/meeting.subject';
import { ofType } from '../subjects/of-type';
import type { KeptFactOfType } from '../subjects/of-type';
import type { MeetingsSubject } from '../subjects/meetings.subject';
import type { Question } from '../question';
import { shown } from '../terms';

/** A meeting that is recorded late after all makes up for it. */
export const meetingMissed = {
  kind: 'MEETING_MISSED',
  rule: 'R-09',
  asks: 'Which months had no regular meeting, which quarters no thematic one? One recorded late makes up for it.',
  candidates: ({ facts }) => ofType(facts, 'MeetingMissed').map(periodOf),
  answer: (subject) =>
    ofType(subject.facts, 'MeetingMissed')
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

function periodOf({ data }: KeptFactOfType<'MeetingMissed'>): string {
  return data.period === 'MONTH' ? `month-${data.month}` : `quarter-${data.quarter}`;
}

function figuresOf({ data }: KeptFactOfType<'MeetingMissed'>) {
  return data.period === 'MONTH'
    ? { period: data.period, month: data.month }
    : { period: data.period, quarter: data.quarter };
}

function wasHeld(
  { data }: KeptFactOfType<'MeetingMissed'>,
  { meetings }: Pick<MeetingsSubject, 'meetings'>,
): boolean {
  return meetings.some((meeting) => {
    const month = Number(localDateOf(meeting.startsAt).slice(5, 7));
    return data.period === 'MONTH'
      ? isRegular(meeting) && month === data.month
      : isThematic(meeting) && Math.ceil(month / 3) === data.quarter;
  });
}
