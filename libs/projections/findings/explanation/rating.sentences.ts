import type { Sentence } from '#vocabulary';
import type { Figures } from '../finding.document';
import { rating, shown } from './terms';

export const RATING_SENTENCES = {
  RATED_OUT_OF_ORDER: ratedOutOfOrder,
  DISCIPLINED_MEMBER_NOT_FAILED: (figures: Figures): Sentence => ({
    vi: `Đảng viên bị kỷ luật vì vi phạm năm ${shown(figures.violationYear)} vẫn xếp loại ${rating(figures.level).vi}.`,
    en: `The member was disciplined for a violation of ${shown(figures.violationYear)} and is rated ${rating(figures.level).en}.`,
  }),
  ORGANISATION_NOT_FAILED: (figures: Figures): Sentence => ({
    vi: `Xếp loại ${rating(figures.level).vi} trong khi ${figures.itselfDisciplined === true ? 'tổ chức bị kỷ luật, ' : ''}${shown(figures.disciplinedUnits)}/${shown(figures.units)} đơn vị trực thuộc bị kỷ luật, đạt ${shown(figures.targetsMet)}/${shown(figures.targets)} chỉ tiêu.`,
    en: `Rated ${rating(figures.level).en} although ${figures.itselfDisciplined === true ? 'it was itself disciplined, ' : ''}${shown(figures.disciplinedUnits)} of ${shown(figures.units)} units were disciplined and ${shown(figures.targetsMet)} of ${shown(figures.targets)} targets met.`,
  }),
  EXCELLENT_DESPITE_DISCIPLINE: ({ disciplinedUnits, disciplinedLeaders }: Figures): Sentence => ({
    vi: `Xếp loại hoàn thành xuất sắc trong khi ${shown(disciplinedUnits)} đơn vị trực thuộc và ${shown(disciplinedLeaders)} người đứng đầu bị kỷ luật.`,
    en: `Rated EXCELLENT although disciplines hit ${shown(disciplinedUnits)} of its units and ${shown(disciplinedLeaders)} of its leaders.`,
  }),
  RATING_CHANGED_AT_DECISION: (figures: Figures): Sentence => ({
    vi: `Đề nghị xếp loại ${rating(figures.proposed).vi}, quyết định ${rating(figures.decided).vi}.`,
    en: `Proposed as ${rating(figures.proposed).en}, decided as ${rating(figures.decided).en}.`,
  }),
  RATING_REVISED: (figures: Figures): Sentence => ({
    vi: `Xếp loại đổi từ ${rating(figures.from).vi} thành ${rating(figures.to).vi} (năm vi phạm ${shown(figures.violationYear)}, năm kỷ luật ${shown(figures.disciplineYear)}).`,
    en: `The rating was changed from ${rating(figures.from).en} to ${rating(figures.to).en} (year of the violation ${shown(figures.violationYear)}, of the discipline ${shown(figures.disciplineYear)}).`,
  }),
  DISCIPLINE_ANNULLED_BEHIND_RATING: (figures: Figures): Sentence => ({
    vi: `Quyết định kỷ luật năm ${shown(figures.disciplineYear)} đã bị hủy bỏ mà xếp loại ${rating(figures.level).vi} chưa được xem xét lại.`,
    en: `The discipline of ${shown(figures.disciplineYear)} was annulled and the rating ${rating(figures.level).en} is not reopened.`,
  }),
  EXCELLENT_WHILE_DISCIPLINED: ({ disciplineYear }: Figures): Sentence => ({
    vi: `Đảng viên được xếp loại hoàn thành xuất sắc trong thời gian chấp hành kỷ luật (quyết định năm ${shown(disciplineYear)}).`,
    en: `The member was rated EXCELLENT while a discipline ran (decided in ${shown(disciplineYear)}).`,
  }),
  QUOTA_EXCEEDED: (figures: Figures): Sentence => ({
    vi: `${shown(figures.count)}/${shown(figures.of)} đảng viên xếp loại ${rating(figures.level).vi}, vượt tỷ lệ ${shown(figures.maxShare)}.`,
    en: `${shown(figures.count)} of ${shown(figures.of)} members rated good or better are ${rating(figures.level).en}, above the share of ${shown(figures.maxShare)}.`,
  }),
};

/** Either may be out of order, or both. */
function ratedOutOfOrder({ beforeRecognition, membersRatedAfter }: Figures): Sentence {
  const recognition = beforeRecognition === true;
  const members = membersRatedAfter !== 0;
  const vi = [
    ...(recognition ? ['trước khi quyết định việc công nhận'] : []),
    ...(members ? [`trước ${shown(membersRatedAfter)} đảng viên`] : []),
  ];
  const en = [
    ...(recognition ? ['before its recognition was decided'] : []),
    ...(members ? [`before ${shown(membersRatedAfter)} of its members were`] : []),
  ];
  return {
    vi: `Tổ chức đảng được xếp loại ${vi.join(' và ')}.`,
    en: `The organisation was rated ${en.join(' and ')}.`,
  };
}
