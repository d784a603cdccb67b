import { COMPLAINTS, FORMS, SOURCES } from '#vocabulary';
import type { MemberId, OrganisationId, Sentence } from '#vocabulary';
import type { CaseEvent } from '#domain';
import type { Sentences } from './sentence';

export const caseSentences: Sentences<CaseEvent> = {
  CaseOpened: (data) => ({
    vi: `Mở vụ việc ${data.case} đối với ${subject(data).vi}, sự việc xảy ra ngày ${data.occurredOn}${data.prohibitedThing === undefined ? '' : `, liên quan điều ${data.prohibitedThing} đảng viên không được làm`}.`,
    en: `The case ${data.case} was opened about ${subject(data).en}, for something that happened on ${data.occurredOn}${data.prohibitedThing === undefined ? '' : ` and touches prohibited thing ${data.prohibitedThing}`}.`,
  }),
  SignalReceived: (data) => ({
    vi: `Nhận được dấu hiệu vi phạm trong vụ việc ${data.case} từ nguồn: ${SOURCES[data.source].vi}.`,
    en: `A signal in the case ${data.case} came from ${SOURCES[data.source].en}.`,
  }),
  InspectionOpened: (data) => ({
    vi: `Bắt đầu kiểm tra vụ việc ${data.case} đối với ${subject(data).vi}.`,
    en: `An inspection was opened in the case ${data.case} about ${subject(data).en}.`,
  }),
  ExplanationSubmitted: (data) => ({
    vi: `${capitalised(subject(data).vi)} gửi bản giải trình trong vụ việc ${data.case}.`,
    en: `${capitalised(subject(data).en)} submitted an explanation in the case ${data.case}.`,
  }),
  ConclusionReached: (data) => ({
    vi: `Kết luận vụ việc ${data.case}: ${data.confirmed ? 'có' : 'không có'} vi phạm${data.remediationRequired ? ', yêu cầu khắc phục' : ''}.`,
    en: `The case ${data.case} was concluded: the violation is ${data.confirmed ? 'confirmed' : 'not confirmed'}${data.remediationRequired ? ', and remediation is required' : ''}.`,
  }),
  DisciplineProposed: (data) => ({
    vi: `Đề nghị kỷ luật ${FORMS[data.form].vi} đối với ${subject(data).vi} trong vụ việc ${data.case}.`,
    en: `A discipline (${FORMS[data.form].en}) of ${subject(data).en} was proposed in the case ${data.case}.`,
  }),
  DisciplineDecided: (data) => ({
    vi: `${data.decidedBy} quyết định kỷ luật ${FORMS[data.form].vi} đối với ${subject(data).vi} trong vụ việc ${data.case}.`,
    en: `${data.decidedBy} decided a discipline (${FORMS[data.form].en}) of ${subject(data).en} in the case ${data.case}.`,
  }),
  DisciplineAnnounced: (data) => ({
    vi: `Công bố quyết định kỷ luật của vụ việc ${data.case} đối với ${subject(data).vi}.`,
    en: `The discipline of ${subject(data).en} in the case ${data.case} was announced.`,
  }),
  ComplaintFiled: (data) => ({
    vi: `${capitalised(subject(data).vi)} khiếu nại kỷ luật trong vụ việc ${data.case}.`,
    en: `${capitalised(subject(data).en)} complained about the discipline in the case ${data.case}.`,
  }),
  ComplaintResolved: (data) => ({
    vi: `${data.decidedBy} giải quyết khiếu nại trong vụ việc ${data.case}: ${COMPLAINTS[data.outcome].vi}${data.form === undefined ? '' : ` (${FORMS[data.form].vi})`}${data.violationStands === false ? ', không có vi phạm' : ''}.`,
    en: `${data.decidedBy} resolved the complaint in the case ${data.case}: ${COMPLAINTS[data.outcome].en}${data.form === undefined ? '' : ` (${FORMS[data.form].en})`}${data.violationStands === false ? ', and there was no violation' : ''}.`,
  }),
  RemediationPlanFiled: (data) => ({
    vi: `${data.organisation} lập kế hoạch khắc phục trong vụ việc ${data.case}.`,
    en: `${data.organisation} filed a remediation plan in the case ${data.case}.`,
  }),
  RemediationCompleted: (data) => ({
    vi: `${data.organisation} hoàn thành khắc phục trong vụ việc ${data.case}.`,
    en: `${data.organisation} completed the remediation in the case ${data.case}.`,
  }),
  DisciplineExpired: (data) => ({
    vi: `Quyết định kỷ luật của vụ việc ${data.case} đối với ${subject(data).vi} chấm dứt hiệu lực.`,
    en: `The discipline of ${subject(data).en} in the case ${data.case} came to its end.`,
  }),
  RightsRestored: (data) => ({
    vi: `Khôi phục quyền lợi cho ${subject(data).vi} trong vụ việc ${data.case}.`,
    en: `The rights of ${subject(data).en} were restored in the case ${data.case}.`,
  }),
  CaseClosed: (data) => ({
    vi: `Kết thúc vụ việc ${data.case}${data.duplicateOf === undefined ? '' : `, trùng với vụ việc ${data.duplicateOf}`}.`,
    en: `The case ${data.case} was closed${data.duplicateOf === undefined ? '' : ` as the same as ${data.duplicateOf}`}.`,
  }),
};

function subject({
  organisation,
  member,
}: {
  readonly organisation: OrganisationId;
  readonly member?: MemberId;
}): Sentence {
  return member === undefined
    ? { vi: `tổ chức đảng ${organisation}`, en: `organisation ${organisation}` }
    : { vi: `đảng viên ${member} (${organisation})`, en: `member ${member} (${organisation})` };
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
