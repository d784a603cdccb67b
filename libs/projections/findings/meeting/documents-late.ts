import { daysBetween, localDateOf } from '#vocabulary';
import { meetingRulesFor } from '../meeting-rules';
import type { MeetingInYear } from '../subjects/meeting.subject';
import type { Question } from '../question';
import { shown } from '../terms';

/** `daysBefore` is null where no documents were recorded at all. */
export const documentsLate = {
  kind: 'DOCUMENTS_LATE',
  rule: 'R-10',
  asks: 'Before which meetings were documents given out too late, or not at all (R-10)?',
  candidates: ({ id }) => [id],
  answer: ({ id, meeting, framework }) => {
    if (!meeting) return [];
    const { startsAt, attendance, held, document } = meeting;
    const { documents } = document;
    const { expected } = attendance;
    const required = meetingRulesFor(framework, { startsAt, expected }).documentsDaysBefore;
    const daysBefore = documents
      ? daysBetween(localDateOf(documents.postedAt), localDateOf(startsAt))
      : null;
    const isInTime = required === undefined || (daysBefore !== null && daysBefore >= required);
    if (isInTime) return [];
    const events = documents ? [documents.event, held] : [held];
    return [{ about: id, meeting: id, figures: { daysBefore, required }, events }];
  },
  sentence: ({ daysBefore, required }) =>
    daysBefore === null
      ? {
          vi: 'Không ghi nhận việc gửi tài liệu trước buổi sinh hoạt.',
          en: 'No documents were recorded as given out before the meeting.',
        }
      : {
          vi: `Tài liệu gửi trước ${shown(daysBefore)} ngày, ít nhất phải ${shown(required)} ngày.`,
          en: `The documents were given out ${shown(daysBefore)} days before; at least ${shown(required)} are required.`,
        },
} as const satisfies Question<MeetingInYear>;
