import type {
  ComplaintOutcome,
  DisciplineForm,
  GrievanceFlag,
  LeavingCause,
  MeetingKind,
  MeetingLevel,
  MemberStatus,
  OrganisationKind,
  OrganisationLevel,
  RatingLevel,
  Role,
  SignalSource,
  TargetDirection,
} from './enums';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What something is called, in every language. */
export type Label = Readonly<Record<Language, string>>;

/** The same sentence in every language. */
export type Sentence = Readonly<Record<Language, string>>;

export type Labels<Term extends string> = Readonly<Record<Term, Label>>;

/** What users call things (handbook, section 2). */
export const KINDS: Labels<OrganisationKind> = {
  SUBORDINATE_CELL: { vi: 'chi bộ trực thuộc', en: 'subordinate cell' },
  GRASSROOTS_CELL: { vi: 'chi bộ cơ sở', en: 'grassroots cell' },
  GRASSROOTS_COMMITTEE: { vi: 'đảng bộ cơ sở', en: 'grassroots committee' },
  SECTIONAL_COMMITTEE: { vi: 'đảng bộ bộ phận', en: 'sectional committee' },
  SUPERIOR_COMMITTEE: { vi: 'cấp ủy cấp trên', en: 'superior committee' },
};

export const LEVELS: Labels<OrganisationLevel> = {
  COMMUNE: { vi: 'xã, phường, đặc khu', en: 'commune, ward or special zone' },
  DISTRICT: { vi: 'huyện', en: 'district' },
  CITY: { vi: 'thành phố', en: 'city' },
  BLOC: { vi: 'khối', en: 'bloc' },
  PROVINCE: { vi: 'tỉnh', en: 'province' },
};

export const STATUSES: Labels<MemberStatus> = {
  PROBATIONARY: { vi: 'dự bị', en: 'probationary' },
  OFFICIAL: { vi: 'chính thức', en: 'official' },
  EXEMPTED: { vi: 'miễn công tác và sinh hoạt', en: 'exempted' },
  SUSPENDED: { vi: 'đình chỉ sinh hoạt', en: 'suspended' },
  LEFT: { vi: 'ra khỏi Đảng', en: 'left' },
  EXPELLED: { vi: 'bị khai trừ', en: 'expelled' },
  DECEASED: { vi: 'từ trần', en: 'deceased' },
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
  EXCELLENT: { vi: 'hoàn thành xuất sắc nhiệm vụ', en: 'excellent' },
  GOOD: { vi: 'hoàn thành tốt nhiệm vụ', en: 'good' },
  COMPLETED: { vi: 'hoàn thành nhiệm vụ', en: 'completed' },
  FAILED: { vi: 'không hoàn thành nhiệm vụ', en: 'failed' },
};

export const MEETING_LEVEL_NAMES: Labels<MeetingLevel> = {
  TOT: { vi: 'Tốt', en: 'good' },
  KHA: { vi: 'Khá', en: 'fair' },
  TRUNG_BINH: { vi: 'Trung bình', en: 'average' },
  KEM: { vi: 'Kém', en: 'poor' },
};

export const DIRECTIONS: Labels<TargetDirection> = {
  AT_LEAST: { vi: 'ít nhất', en: 'at least' },
  AT_MOST: { vi: 'không quá', en: 'at most' },
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
  CROWD: { vi: 'đông người', en: 'crowd' },
  LEVEL_SKIPPING: { vi: 'vượt cấp', en: 'level-skipping' },
};

/** Who holds it; the committee and the board act as bodies. */
export const ROLE_NAMES: Labels<Role> = {
  SECRETARY: { vi: 'bí thư', en: 'secretary' },
  SUPERIOR_COMMITTEE: { vi: 'cấp ủy cấp trên', en: 'superior committee' },
  STANDING_BOARD: { vi: 'Ban Thường vụ', en: 'standing board' },
  INSPECTION_COMMISSION: { vi: 'Ủy ban Kiểm tra', en: 'inspection commission' },
  AUDITOR: { vi: 'người kiểm tra sổ liệu', en: 'auditor' },
  INTEGRATOR: { vi: 'chương trình kết nối', en: 'integrator' },
  OPERATOR: { vi: 'người vận hành', en: 'operator' },
};

export const LEAVING: Labels<LeavingCause> = {
  LEFT: { vi: 'ra khỏi Đảng', en: 'left the Party' },
  EXPELLED: { vi: 'bị khai trừ khỏi Đảng', en: 'was expelled from the Party' },
  DECEASED: { vi: 'từ trần', en: 'died' },
};

export const COMPLAINTS: Labels<ComplaintOutcome> = {
  UPHELD: { vi: 'giữ nguyên hình thức kỷ luật', en: 'the discipline is upheld' },
  CHANGED: { vi: 'thay đổi hình thức kỷ luật', en: 'the discipline is changed' },
  ANNULLED: { vi: 'hủy quyết định kỷ luật', en: 'the discipline is annulled' },
};
