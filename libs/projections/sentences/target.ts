import { DIRECTIONS } from '#vocabulary';
import type { TargetEvent } from '#domain';
import type { Sentences } from './sentence';

export const targetSentences: Sentences<TargetEvent> = {
  TargetAssigned: ({ organisation, year, code, title, unit, assigned, direction }) => ({
    vi: `Giao ${organisation} chỉ tiêu ${code} “${title}” năm ${year}: ${DIRECTIONS[direction].vi} ${assigned} ${unit}.`,
    en: `${organisation} was assigned the target ${code} “${title}” for ${year}: ${DIRECTIONS[direction].en} ${assigned} ${unit}.`,
  }),
  TargetProgressReported: ({ organisation, year, code, achieved }) => ({
    vi: `${organisation} báo cáo tiến độ chỉ tiêu ${code} năm ${year}: đạt ${achieved}.`,
    en: `${organisation} reported progress on the target ${code} of ${year}: ${achieved}.`,
  }),
  TargetResultConfirmed: ({ organisation, year, code, achieved }) => ({
    vi: `Xác nhận kết quả chỉ tiêu ${code} năm ${year} của ${organisation}: đạt ${achieved}.`,
    en: `The result of the target ${code} of ${organisation} for ${year} was confirmed: ${achieved}.`,
  }),
  InspectionPlanAdopted: ({ organisation, year, items }) => ({
    vi: `${organisation} ban hành kế hoạch kiểm tra, giám sát năm ${year} gồm ${items.length} nội dung.`,
    en: `${organisation} adopted an inspection and supervision plan of ${items.length} items for ${year}.`,
  }),
  InspectionPlanItemDone: ({ organisation, year, item }) => ({
    vi: `${organisation} hoàn thành nội dung ${item} của kế hoạch kiểm tra, giám sát năm ${year}.`,
    en: `${organisation} carried out item ${item} of its inspection and supervision plan for ${year}.`,
  }),
};
