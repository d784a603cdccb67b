import { differenceOf, sumOf } from '../../../points';
import type { Question } from '../../question';
import type { MeetingSubject } from '../../subjects/meeting.subject';

/** Of a hundred: less is a matter of opinion. */
const REMARKABLE_POINTS = 10;

export const meetingScoreLowered: Question<MeetingSubject> = {
  kind: 'MEETING_SCORE_LOWERED',
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
};
