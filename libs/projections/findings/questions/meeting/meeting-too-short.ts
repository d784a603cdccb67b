import { meetingRulesOn } from '../../national-rules';
import type { Question } from '../../question';
import type { MeetingSubject } from '../../subjects/meeting.subject';

const MINUTE_MS = 60_000;

export const meetingTooShort: Question<MeetingSubject> = {
  kind: 'MEETING_TOO_SHORT',
  answer: ({ meeting }) => {
    if (!meeting) return [];
    const { kind, startsAt, endsAt, held, document } = meeting;
    const rules = meetingRulesOn(startsAt);
    const required = kind === 'COMBINED' ? rules.minimumMinutesCombined : rules.minimumMinutes;
    const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS;
    if (minutes >= required) return [];
    const figures = { minutes, required };
    return [{ meeting: document.meeting, figures, events: [held] }];
  },
};
