/** The conditions of a cell in the Mỹ Long framework that are decided by appraisal. */
export const APPRAISED = [
  'against-degradation',
  'hcm-study',
  'anti-corruption',
  'ideology-work',
  'inspection-supervision',
  'organisation-cadre',
  'admissions',
  'directive-10',
  'meeting-frame',
  'working-rules',
  'front-and-unions',
  'timely-handling',
  'four-personal-goods',
] as const;

/** Titles with the percentage to be reached. */
export const TARGETS: readonly (readonly [title: string, assigned: number])[] = [
  ['Hộ gia đình đạt chuẩn văn hóa', 95],
  ['Đảng viên tham gia học nghị quyết', 98],
  ['Thu nộp đảng phí đúng hạn', 99],
];
