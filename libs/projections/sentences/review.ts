import { RATINGS } from '#vocabulary';
import type { ReviewEvent } from '#domain';
import type { Sentences } from './sentence';

export const reviewSentences: Sentences<ReviewEvent> = {
  ReviewOpened: ({ organisation, year }) => ({
    vi: `${organisation} bắt đầu kiểm điểm, đánh giá, xếp loại năm ${year}.`,
    en: `${organisation} opened its review of ${year}.`,
  }),
  MemberRatingProposed: ({ organisation, year, member, level }) => ({
    vi: `${organisation} đề nghị xếp loại đảng viên ${member} năm ${year}: ${RATINGS[level].vi}.`,
    en: `${organisation} proposed to rate member ${member} for ${year} as ${RATINGS[level].en}.`,
  }),
  MemberRatingDecided: ({ organisation, year, member, level, decidedBy }) => ({
    vi: `${decidedBy} quyết định xếp loại đảng viên ${member} của ${organisation} năm ${year}: ${RATINGS[level].vi}.`,
    en: `${decidedBy} rated member ${member} of ${organisation} for ${year} as ${RATINGS[level].en}.`,
  }),
  OrganisationRatingProposed: ({ organisation, year, level }) => ({
    vi: `Đề nghị xếp loại ${organisation} năm ${year}: ${RATINGS[level].vi}.`,
    en: `It was proposed to rate ${organisation} for ${year} as ${RATINGS[level].en}.`,
  }),
  OrganisationRatingDecided: ({ organisation, year, level, decidedBy }) => ({
    vi: `${decidedBy} quyết định xếp loại ${organisation} năm ${year}: ${RATINGS[level].vi}.`,
    en: `${decidedBy} rated ${organisation} for ${year} as ${RATINGS[level].en}.`,
  }),
  RatingPublished: ({ organisation, year }) => ({
    vi: `Công khai kết quả xếp loại năm ${year} của ${organisation}.`,
    en: `The ratings of ${organisation} for ${year} were published.`,
  }),
  RatingReopened: ({ organisation, year, member }) => ({
    vi: `Xem xét lại kết quả xếp loại năm ${year} của ${member === undefined ? organisation : `đảng viên ${member} (${organisation})`}.`,
    en: `The rating of ${member === undefined ? organisation : `member ${member} (${organisation})`} for ${year} was reopened.`,
  }),
  RatingRevised: ({ organisation, year, member, level, decidedBy }) => ({
    vi: `${decidedBy} điều chỉnh xếp loại năm ${year} của ${member === undefined ? organisation : `đảng viên ${member} (${organisation})`}: ${RATINGS[level].vi}.`,
    en: `${decidedBy} revised the rating of ${member === undefined ? organisation : `member ${member} (${organisation})`} for ${year} to ${RATINGS[level].en}.`,
  }),
};
