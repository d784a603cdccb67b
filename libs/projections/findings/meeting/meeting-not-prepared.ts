import type { Question } from '../question';
import { isRegular } from '../subjects/meeting.subject';
import type { MeetingSubject } from '../subjects/meeting.subject';

export const meetingNotPrepared = {
  kind: 'MEETING_NOT_PREPARED',
  rule: null,
  asks: 'Which regular meetings had no preparatory meeting before them?',
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
  sentence: ({ preparedAfterwards }) =>
    preparedAfterwards === true
      ? {
          vi: 'Họp chi ủy chỉ diễn ra sau buổi sinh hoạt.',
          en: 'The preparatory meeting was held only after the meeting.',
        }
      : {
          vi: 'Không ghi nhận họp chi ủy trước buổi sinh hoạt.',
          en: 'No preparatory meeting was recorded before the meeting.',
        },
} as const satisfies Question<MeetingSubject>;
