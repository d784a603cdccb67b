import type { AssessmentEvent } from '#domain';
import type { Sentences } from './sentence';

export const assessmentSentences: Sentences<AssessmentEvent> = {
  AssessmentOpened: ({ organisation, year, framework }) => ({
    vi: `Mở đánh giá bốn tốt năm ${year} của ${organisation} theo khung tiêu chí ${framework.id} phiên bản ${framework.version}.`,
    en: `The four-good assessment of ${organisation} for ${year} was opened under the framework ${framework.id}, version ${framework.version}.`,
  }),
  SelfAssessmentSubmitted: ({ organisation, year, submittedBy }) => ({
    vi: `${submittedBy} nộp bản tự chấm năm ${year} của ${organisation}.`,
    en: `${submittedBy} submitted the self-assessment of ${organisation} for ${year}.`,
  }),
  SelfAssessmentVoted: ({ organisation, year, votesFor, votesTotal }) => ({
    vi: `${organisation} biểu quyết bản tự chấm năm ${year} với ${votesFor}/${votesTotal} phiếu.`,
    en: `${organisation} voted on its self-assessment for ${year}: ${votesFor} of ${votesTotal} for it.`,
  }),
  AppraisalRecorded: ({ organisation, year, appraisedBy, conditions }) => ({
    vi: `${appraisedBy} thẩm định ${appraised(conditions).vi} năm ${year} của ${organisation}.`,
    en: `${appraisedBy} appraised ${appraised(conditions).en} of ${organisation} for ${year}.`,
  }),
  RecognitionProposed: ({ organisation, year, proposedBy }) => ({
    vi: `${proposedBy} đề nghị công nhận ${organisation} đạt bốn tốt năm ${year}.`,
    en: `${proposedBy} proposed to recognise ${organisation} as four-good for ${year}.`,
  }),
  RecognitionGranted: ({ organisation, year, number, decidedBy }) => ({
    vi: `${decidedBy} công nhận ${organisation} đạt bốn tốt năm ${year}, quyết định số ${number}.`,
    en: `${decidedBy} recognised ${organisation} as four-good for ${year} by decision ${number}.`,
  }),
  RecognitionRefused: ({ organisation, year, number, decidedBy }) => ({
    vi: `${decidedBy} không công nhận ${organisation} đạt bốn tốt năm ${year}, quyết định số ${number}.`,
    en: `${decidedBy} refused to recognise ${organisation} as four-good for ${year} by decision ${number}.`,
  }),
  RecognitionPublished: ({ organisation, year }) => ({
    vi: `Công khai kết quả công nhận năm ${year} của ${organisation}.`,
    en: `The decision on the recognition of ${organisation} for ${year} was published.`,
  }),
  RewardGranted: ({ organisation, year, reward, grantedBy }) => ({
    vi: `${grantedBy} khen thưởng ${organisation} năm ${year}: ${reward}.`,
    en: `${grantedBy} rewarded ${organisation} for ${year}: ${reward}.`,
  }),
  RecognitionReviewRequired: ({ organisation, year, causes }) => ({
    vi: `Công nhận năm ${year} của ${organisation} phải được xem xét lại do ${causes.length} sự kiện phát sinh sau.`,
    en: `The recognition of ${organisation} for ${year} is to be reviewed because of later events: ${causes.length}.`,
  }),
  RecognitionUpheld: ({ organisation, year, decidedBy }) => ({
    vi: `${decidedBy} giữ nguyên công nhận năm ${year} của ${organisation} sau khi xem xét lại.`,
    en: `${decidedBy} upheld the recognition of ${organisation} for ${year} after review.`,
  }),
  RecognitionCorrected: ({ organisation, year, decidedBy }) => ({
    vi: `${decidedBy} điều chỉnh công nhận năm ${year} của ${organisation} sau khi xem xét lại.`,
    en: `${decidedBy} corrected the recognition of ${organisation} for ${year} after review.`,
  }),
  RecognitionRevoked: ({ organisation, year, decidedBy }) => ({
    vi: `${decidedBy} thu hồi công nhận năm ${year} của ${organisation}.`,
    en: `${decidedBy} revoked the recognition of ${organisation} for ${year}.`,
  }),
};

/** One condition by its id, several by their number. */
function appraised(conditions: readonly { readonly condition: string }[]): {
  readonly vi: string;
  readonly en: string;
} {
  const [only, ...others] = conditions;
  return only !== undefined && others.length === 0
    ? { vi: `tiêu chí ${only.condition}`, en: `the condition ${only.condition}` }
    : { vi: `${conditions.length} tiêu chí`, en: `${conditions.length} conditions` };
}
