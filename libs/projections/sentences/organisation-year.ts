import type { OrganisationYearEvent } from '#domain';
import type { Sentences } from './sentence';

export const organisationYearSentences: Sentences<OrganisationYearEvent> = {
  MeetingMissed: (data) =>
    data.period === 'MONTH'
      ? {
          vi: `${data.organisation} không sinh hoạt thường kỳ tháng ${data.month} năm ${data.year}.`,
          en: `${data.organisation} held no regular meeting in month ${data.month} of ${data.year}.`,
        }
      : {
          vi: `${data.organisation} không sinh hoạt chuyên đề quý ${data.quarter} năm ${data.year}.`,
          en: `${data.organisation} held no thematic meeting in quarter ${data.quarter} of ${data.year}.`,
        },
  PublicationOverdue: ({ organisation, year }) => ({
    vi: `Quá hạn công khai kết quả công nhận năm ${year} của ${organisation}.`,
    en: `The publication of the recognition of ${organisation} for ${year} is overdue.`,
  }),
  AnnouncementOverdue: ({ organisation, case: id }) => ({
    vi: `Quá hạn công bố quyết định kỷ luật của vụ việc ${id} tại ${organisation}.`,
    en: `The announcement of the discipline in the case ${id} at ${organisation} is overdue.`,
  }),
  PeriodClosed: ({ organisation, year }) => ({
    vi: `Khép lại kỳ đánh giá năm ${year} của ${organisation}.`,
    en: `The year ${year} of ${organisation} was closed.`,
  }),
};
