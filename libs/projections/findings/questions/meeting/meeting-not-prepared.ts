import type { Question } from '../../question';
import { isRegular } from '../../subjects/meeting.subject';
import type { MeetingSubject } from '../../subjects/meeting.subject';

export const meetingNotPrepared: Question<MeetingSubject> = {
  kind: 'MEETING_NOT_PREPARED',
  answer: ({ meeting }) => {
    if (!meeting || !isRegular(meeting)) return [];
    const { startsAt, held, document } = meeting;
    const { preparation } = document;
    const isBefore = preparation && Date.parse(preparation.heldAt) <= Date.parse(startsAt);
    if (isBefore === true) return [];
    const events = preparation ? [preparation.event, held] : [held];
    const figures = { preparedAfterwards: preparation !== undefined };
    return [{ meeting: document.meeting, figures, events }];
  },
};
