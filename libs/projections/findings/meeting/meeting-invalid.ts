import type { Question } from '../question';
import type { MeetingInYear } from '../subjects/meeting.subject';
import { documentsLate } from './documents-late';
import { meetingTooShort } from './meeting-too-short';

/** Held, and yet it does not cover its month or quarter. */
export const meetingInvalid = {
  kind: 'MEETING_INVALID',
  rule: 'R-10',
  asks: 'Which meetings were held and do not count, as they were too short or without documents in time (R-10)?',
  candidates: ({ id }) => [id],
  answer: (subject) => {
    const [short] = meetingTooShort.answer(subject);
    const [late] = documentsLate.answer(subject);
    const [first] = [short, late].filter((one) => one !== undefined);
    if (first === undefined) return [];
    const figures = { tooShort: short !== undefined, documentsLate: late !== undefined };
    return [{ about: subject.id, meeting: subject.id, figures, events: first.events }];
  },
  sentence: ({ tooShort, documentsLate: late }) => ({
    vi: `Buổi sinh hoạt không được tính: ${reasons(tooShort === true ? 'thời lượng không đủ' : '', late === true ? 'tài liệu gửi chậm hoặc không gửi' : '')}.`,
    en: `The meeting does not count: ${reasons(tooShort === true ? 'it was too short' : '', late === true ? 'documents came late or not at all' : '')}.`,
  }),
} as const satisfies Question<MeetingInYear>;

function reasons(...named: readonly string[]): string {
  return named.filter((reason) => reason !== '').join('; ');
}
