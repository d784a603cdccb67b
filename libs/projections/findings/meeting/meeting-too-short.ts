import { meetingRulesFor } from '../meeting-rules';
import type { MeetingInYear } from '../subjects/meeting.subject';
import type { Question } from '../question';
import { shown } from '../terms';

const MINUTE_MS = 60_000;

export const meetingTooShort = {
  kind: 'MEETING_TOO_SHORT',
  rule: 'R-10',
  asks: 'Which meetings were shorter than their kind must be (R-10)?',
  candidates: ({ id }) => [id],
  answer: ({ id, meeting, framework }) => {
    if (!meeting) return [];
    const { kind, startsAt, endsAt, attendance, held } = meeting;
    const { expected } = attendance;
    const rules = meetingRulesFor(framework, { startsAt, expected });
    const combined = kind === 'COMBINED' ? rules.minimumMinutesCombined : undefined;
    const required = combined ?? rules.minimumMinutes;
    const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS;
    if (required === undefined || minutes >= required) return [];
    return [{ about: id, meeting: id, figures: { minutes, required }, events: [held] }];
  },
  sentence: ({ minutes, required }) => ({
    vi: `Buổi sinh hoạt chỉ kéo dài ${shown(minutes)} phút, ít nhất phải ${shown(required)} phút.`,
    en: `The meeting lasted ${shown(minutes)} minutes; at least ${shown(required)} are required.`,
  }),
} as const satisfies Question<MeetingInYear>;
