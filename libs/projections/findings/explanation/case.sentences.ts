import type { Sentence } from '#vocabulary';
import type { Figures } from '../finding.document';
import { form, shown, source } from './terms';

export const CASE_SENTENCES = {
  DETECTED_FROM_OUTSIDE: (figures: Figures): Sentence => ({
    vi: `Vi phạm xảy ra ngày ${shown(figures.occurredOn)} được phát hiện trước từ bên ngoài: ${source(figures.source).vi}.`,
    en: `The violation of ${shown(figures.occurredOn)} was first reported from outside: ${source(figures.source).en}.`,
  }),
  SELF_DETECTION_AFTERWARDS: (figures: Figures): Sentence => ({
    vi: `Tự phát hiện được ghi nhận sau tín hiệu từ bên ngoài (${source(figures.source).vi}) nên không được tính.`,
    en: `Self-detection was recorded after the signal from outside (${source(figures.source).en}) and does not count.`,
  }),
  SIGNAL_NOT_INSPECTED: ({ closed }: Figures): Sentence =>
    closed === true
      ? {
          vi: 'Vụ việc đã khép lại mà dấu hiệu vi phạm chưa từng được kiểm tra.',
          en: 'The case was closed and the signal was never inspected.',
        }
      : {
          vi: 'Đã có kết luận mà dấu hiệu vi phạm chưa từng được kiểm tra.',
          en: 'The case was concluded and the signal was never inspected.',
        },
  NOT_REMEDIED: ({ concludedOn }: Figures): Sentence => ({
    vi: `Kết luận ngày ${shown(concludedOn)} yêu cầu khắc phục, chưa hoàn thành.`,
    en: `The conclusion of ${shown(concludedOn)} demands remediation, which is not completed.`,
  }),
  DISCIPLINE_PAST_LIMITATION: (figures: Figures): Sentence => ({
    vi: `Quyết định ${form(figures.form).vi} sau khi hết thời hiệu ngày ${shown(figures.until)} (${shown(figures.months)} tháng).`,
    en: `The ${form(figures.form).en} was decided after the limitation period ended on ${shown(figures.until)} (${shown(figures.months)} months).`,
  }),
  ANNOUNCEMENT_LATE: ({ announced, announcedOn, dueOn }: Figures): Sentence =>
    announced === true
      ? {
          vi: `Quyết định kỷ luật công bố ngày ${shown(announcedOn)}, hạn cuối là ${shown(dueOn)}.`,
          en: `The discipline was announced on ${shown(announcedOn)}; it was due by ${shown(dueOn)}.`,
        }
      : {
          vi: `Quyết định kỷ luật chưa công bố, hạn cuối là ${shown(dueOn)}.`,
          en: `The discipline is not announced; it was due by ${shown(dueOn)}.`,
        },
  COMPLAINT_OPEN: ({ decidedOn }: Figures): Sentence => ({
    vi: `Khiếu nại về quyết định kỷ luật ngày ${shown(decidedOn)} chưa được giải quyết.`,
    en: `The complaint about the discipline of ${shown(decidedOn)} is not resolved.`,
  }),
};
