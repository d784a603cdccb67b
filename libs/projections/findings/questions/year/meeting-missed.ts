import { localDateOf } from '#vocabulary';
import { refOf } from '../../../facts';
import { isRegular, isThematic } from '../../subjects/meeting.subject';
import { ofType } from '../../subjects/of-type';
import type { KeptFactOfType } from '../../subjects/of-type';
import type { YearSubject } from '../../subjects/year.subject';
import type { Question } from '../../question';

/** A meeting that is recorded late after all makes up for it. */
export const meetingMissed: Question<YearSubject> = {
  kind: 'MEETING_MISSED',
  candidates: ({ facts }) => ofType(facts, 'MeetingMissed').map(periodOf),
  answer: (subject) =>
    ofType(subject.facts, 'MeetingMissed')
      .filter((missed) => !wasHeld(missed, subject))
      .map((missed) => ({
        about: periodOf(missed),
        figures: figuresOf(missed),
        events: [refOf(missed)],
      })),
};

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
  { meetings }: Pick<YearSubject, 'meetings'>,
): boolean {
  return meetings.some((meeting) => {
    const month = Number(localDateOf(meeting.startsAt).slice(5, 7));
    return data.period === 'MONTH'
      ? isRegular(meeting) && month === data.month
      : isThematic(meeting) && Math.ceil(month / 3) === data.quarter;
  });
}
