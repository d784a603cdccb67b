import { differenceOf, sumOf } from '../../points';
import type { Question } from '../question';
import { shown } from '../terms';
import type { MeetingSubject } from '../subjects/meeting.subject';

/** Of a hundred: less is a matter of opinion. */
const REMARKABLE_POINTS = 10;

export const meetingScoreLowered = {
  kind: 'MEETING_SCORE_LOWERED',
  rule: 'R-12',
  asks: 'Which meetings did the cell score at least ten points above what was confirmed (R-12)?',
  answer: ({ meeting }) => {
    const proposal = meeting?.document.scoring.proposed.at(-1);
    const confirmation = meeting?.document.scoring.confirmed;
    if (!meeting || !proposal || !confirmation) return [];
    const proposed = sumOf(Object.values(proposal.scores));
    const confirmed = sumOf(Object.values(confirmation.scores));
    const gap = differenceOf(proposed, confirmed);
    if (Number(gap) < REMARKABLE_POINTS) return [];
    const figures = { proposed, confirmed, gap };
    const events = [proposal.event, confirmation.event];
    return [{ meeting: meeting.document.meeting, figures, events }];
  },
  sentence: ({ proposed, confirmed, gap }) => ({
    vi: `Chi bộ tự chấm ${shown(proposed)} điểm, xác nhận ${shown(confirmed)} điểm: chênh ${shown(gap)}.`,
    en: `The cell proposed ${shown(proposed)} points, ${shown(confirmed)} were confirmed: a difference of ${shown(gap)}.`,
  }),
} as const satisfies Question<MeetingSubject>;
