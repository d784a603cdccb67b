import { refOf } from '../../facts';
import { lastDayOfMonth, lastMonthOf } from '../../obligations';
import type { EventRef } from '#projection-engine';
import type { MeetingsSubject } from '../subjects/meetings.subject';
import type { Answer, Question } from '../question';
import { shown } from '../terms';

interface Period {
  readonly period: 'MONTH' | 'QUARTER';
  readonly number: number;
  /** What says that no meeting is awaited any more. */
  readonly over: EventRef;
}

/** Over by `MeetingMissed` or with the year, whoever recorded it; a meeting that is recorded late after all makes up for it. */
export const meetingMissed = {
  kind: 'MEETING_MISSED',
  rule: 'R-09',
  asks: 'Which months had no regular meeting, which quarters no thematic one? One recorded late makes up for it.',
  candidates: () => EVERY_PERIOD,
  answer: (subject) =>
    periodsOver(subject)
      .filter((one) => !wasHeld(one, subject))
      .map(answerOf),
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

const EVERY_PERIOD = [
  ...Array.from({ length: 12 }, (_, at) => `month-${at + 1}`),
  ...Array.from({ length: 4 }, (_, at) => `quarter-${at + 1}`),
];

function periodsOver({ missed, closed, owed, ended }: MeetingsSubject): readonly Period[] {
  const recorded = missed.flatMap((fact): Period[] => {
    const { data } = fact;
    const last = data.period === 'MONTH' ? data.month : lastMonthOf(data.quarter);
    if (ended !== undefined && lastDayOfMonth(data.year, last) >= ended) return [];
    return [periodOf(fact)];
  });
  if (closed === undefined || owed === undefined) return recorded;
  const isRecorded = ({ period, number }: Period): boolean =>
    recorded.some((one) => one.period === period && one.number === number);
  const over = refOf(closed);
  const withTheYear = [
    ...owed.months.map((number): Period => ({ period: 'MONTH', number, over })),
    ...owed.quarters.map((number): Period => ({ period: 'QUARTER', number, over })),
  ];
  return [...recorded, ...withTheYear.filter((one) => !isRecorded(one))];
}

function periodOf(fact: MeetingsSubject['missed'][number]): Period {
  const { data } = fact;
  return data.period === 'MONTH'
    ? { period: 'MONTH', number: data.month, over: refOf(fact) }
    : { period: 'QUARTER', number: data.quarter, over: refOf(fact) };
}

function answerOf({ period, number, over }: Period): Answer {
  const isMonth = period === 'MONTH';
  return {
    about: isMonth ? `month-${number}` : `quarter-${number}`,
    month: isMonth ? number : lastMonthOf(number),
    figures: isMonth ? { period, month: number } : { period, quarter: number },
    events: [over],
  };
}

function wasHeld(
  { period, number }: Period,
  { course: { months, quarters } }: MeetingsSubject,
): boolean {
  return (period === 'MONTH' ? months : quarters).includes(number);
}
