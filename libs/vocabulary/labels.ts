import type {
  ComplaintOutcome,
  DisciplineForm,
  GrievanceFlag,
  LeavingCause,
  MeetingKind,
  OrganisationKind,
  RatingLevel,
  SignalSource,
} from './enums';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What something is called, in every language. */
export type Label = Readonly<Record<Language, string>>;

/** The same sentence in every language. */
export type Sentence = Readonly<Record<Language, string>>;

type Labels<Term extends string> = Readonly<Record<Term, Label>>;

/** What users call things (handbook, section 2). */
export const KINDS: Labels<OrganisationKind> = {
  SUBORDINATE_CELL: { vi: 'chi bộ trực thuộc', en: 'subordinate cell' },
  GRASSROOTS_CELL: { vi: 'chi bộ cơ sở', en: 'grassroots cell' },
  GRASSROOTS_COMMITTEE: { vi: 'đảng bộ cơ sở', en: 'grassroots committee' },
  SECTIONAL_COMMITTEE: { vi: 'đảng bộ bộ phận', en: 'sectional committee' },
  SUPERIOR_COMMITTEE: { vi: 'cấp ủy cấp trên', en: 'superior committee' },
};

export const MEETINGS_OF_KIND: Labels<MeetingKind> = {
  REGULAR: { vi: 'sinh hoạt thường kỳ', en: 'regular meeting' },
  THEMATIC: { vi: 'sinh hoạt chuyên đề', en: 'thematic meeting' },
  COMBINED: {
    vi: 'sinh hoạt thường kỳ kết hợp chuyên đề',
    en: 'combined regular and thematic meeting',
  },
  MODEL: { vi: 'sinh hoạt mẫu', en: 'model meeting' },
};

export const RATINGS: Labels<RatingLevel> = {
  EXCELLENT: { vi: 'hoàn thành xuất sắc nhiệm vụ', en: 'EXCELLENT' },
  GOOD: { vi: 'hoàn thành tốt nhiệm vụ', en: 'GOOD' },
  COMPLETED: { vi: 'hoàn thành nhiệm vụ', en: 'COMPLETED' },
  FAILED: { vi: 'không hoàn thành nhiệm vụ', en: 'FAILED' },
};

export const FORMS: Labels<DisciplineForm> = {
  REPRIMAND: { vi: 'khiển trách', en: 'reprimand' },
  WARNING: { vi: 'cảnh cáo', en: 'warning' },
  REMOVAL: { vi: 'cách chức', en: 'removal from office' },
  EXPULSION: { vi: 'khai trừ', en: 'expulsion' },
  DISSOLUTION: { vi: 'giải tán', en: 'dissolution' },
};

export const SOURCES: Labels<SignalSource> = {
  SELF: { vi: 'tự phát hiện', en: 'self-detection' },
  INSPECTION: { vi: 'kiểm tra, giám sát', en: 'inspection' },
  PRESS: { vi: 'báo chí', en: 'the press' },
  CITIZEN_REPORT: { vi: 'phản ánh của công dân', en: 'a citizen’s report' },
  CITIZEN_DENUNCIATION: { vi: 'tố cáo của công dân', en: 'a citizen’s denunciation' },
};

export const FLAGS: Labels<GrievanceFlag> = {
  PROLONGED: { vi: 'kéo dài', en: 'prolonged' },
  CROWD: { vi: 'đông người', en: 'by a crowd' },
  LEVEL_SKIPPING: { vi: 'vượt cấp', en: 'level-skipping' },
};

export const LEAVING: Labels<LeavingCause> = {
  LEFT: { vi: 'ra khỏi Đảng', en: 'left the Party' },
  EXPELLED: { vi: 'bị khai trừ khỏi Đảng', en: 'was expelled from the Party' },
  DECEASED: { vi: 'từ trần', en: 'died' },
};

export const COMPLAINTS: Labels<ComplaintOutcome> = {
  UPHELD: { vi: 'giữ nguyên hình thức kỷ luật', en: 'the discipline is upheld' },
  CHANGED: { vi: 'thay đổi hình thức kỷ luật', en: 'the discipline is changed' },
  ANNULLED: { vi: 'hủy bỏ quyết định kỷ luật', en: 'the discipline is annulled' },
};
