import type { Sentence } from '#vocabulary';
import type { Figures } from '../finding.document';
import { shown } from './terms';

export const RECONCILIATION_SENTENCES = {
  REPORTED_TOTAL_NOT_SUM: ({ official, probationary, sum, total }: Figures): Sentence => ({
    vi: `Số liệu báo cáo không khớp: ${shown(official)} chính thức + ${shown(probationary)} dự bị = ${shown(sum)}, nhưng tổng số báo cáo là ${shown(total)} đảng viên.`,
    en: `The reported figures do not reconcile: ${shown(official)} official + ${shown(probationary)} probationary = ${shown(sum)}, but the total reported is ${shown(total)} members.`,
  }),
  REPORTED_TOTAL_NOT_SUM_OF_CHILDREN: ({ total, sum, children }: Figures): Sentence => ({
    vi: `Tổng số báo cáo là ${shown(total)} đảng viên, nhưng ${shown(children)} tổ chức trực thuộc báo cáo cộng lại là ${shown(sum)}.`,
    en: `The total reported is ${shown(total)} members, but the ${shown(children)} direct subordinate organisations reported ${shown(sum)} together.`,
  }),
};
