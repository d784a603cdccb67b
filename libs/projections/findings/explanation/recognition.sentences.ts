import type { Sentence } from '#vocabulary';
import type { Figures } from '../finding.document';
import { shown } from './terms';

export const RECOGNITION_SENTENCES = {
  RECOGNISED_WITH_OPEN_CASE: (): Sentence => ({
    vi: 'Được công nhận khi vụ việc còn chưa khép lại.',
    en: 'Recognised on a day on which the case was open.',
  }),
  REVIEW_PENDING: ({ causes }: Figures): Sentence => ({
    vi: `Phải xem xét lại việc công nhận do ${shown(causes)} sự kiện ghi nhận sau.`,
    en: `The recognition is to be reviewed because of ${shown(causes)} later facts.`,
  }),
  RECOGNISED_BEFORE_CHILDREN: ({ children, notRecognised, organisations }: Figures): Sentence => ({
    vi: `Được công nhận khi ${shown(notRecognised)}/${shown(children)} tổ chức trực thuộc chưa được công nhận: ${shown(organisations)}.`,
    en: `Recognised while ${shown(notRecognised)} of ${shown(children)} direct subordinate organisations were not: ${shown(organisations)}.`,
  }),
  PUBLICATION_LATE: ({ publishedOn, dueOn }: Figures): Sentence =>
    publishedOn === null
      ? {
          vi: `Quyết định công nhận chưa công khai, hạn cuối là ${shown(dueOn)}.`,
          en: `The recognition is not published; it was due by ${shown(dueOn)}.`,
        }
      : {
          vi: `Quyết định công nhận công khai ngày ${shown(publishedOn)}, hạn cuối là ${shown(dueOn)}.`,
          en: `The recognition was published on ${shown(publishedOn)}; it was due by ${shown(dueOn)}.`,
        },
  SELF_POINTS_LOWERED: ({ self, appraised, gap }: Figures): Sentence => ({
    vi: `Tự chấm ${shown(self)} điểm, thẩm định ${shown(appraised)} điểm: chênh ${shown(gap)}.`,
    en: `${shown(self)} points by self-assessment, ${shown(appraised)} by appraisal: a difference of ${shown(gap)}.`,
  }),
  APPRAISED_AT_ONCE: ({ hours }: Figures): Sentence => ({
    vi: `Thẩm định được nhập ${shown(hours)} giờ sau khi nhập bản tự chấm.`,
    en: `The appraisal was entered ${shown(hours)} hours after the self-assessment.`,
  }),
};
