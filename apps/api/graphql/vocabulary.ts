import { enumOf } from './enum-of';

export const OrganisationKindEnum = enumOf(
  'OrganisationKind',
  'What an organisation is in the structure of the Party.',
  {
    SUBORDINATE_CELL: 'Chi bộ trực thuộc: a cell below a grassroots committee.',
    GRASSROOTS_CELL: 'Chi bộ cơ sở: a cell that is a grassroots organisation of its own.',
    GRASSROOTS_COMMITTEE: 'Đảng bộ cơ sở.',
    SECTIONAL_COMMITTEE: 'Đảng bộ bộ phận.',
    SUPERIOR_COMMITTEE: 'Cấp trên trực tiếp; its level says which.',
  },
);

export const OrganisationLevelEnum = enumOf(
  'OrganisationLevel',
  'The level of a superior committee.',
  {
    COMMUNE: 'Xã, phường, đặc khu.',
    DISTRICT: 'Huyện.',
    CITY: 'Thành phố.',
    BLOC: 'Khối.',
    PROVINCE: 'Tỉnh.',
  },
);

export const MemberStatusEnum = enumOf('MemberStatus', 'Where a member stands in the Party.', {
  PROBATIONARY: 'Dự bị.',
  OFFICIAL: 'Chính thức.',
  EXEMPTED: 'Miễn công tác và sinh hoạt: neither rated nor in any denominator.',
  SUSPENDED: 'Đình chỉ sinh hoạt: neither rated nor in any denominator.',
  LEFT: 'Left the Party.',
  EXPELLED: 'Khai trừ.',
  DECEASED: 'Từ trần.',
});

export const LeavingCauseEnum = enumOf('LeavingCause', 'Why a member is one no more.', {
  LEFT: 'Left the Party.',
  EXPELLED: 'Khai trừ.',
  DECEASED: 'Từ trần.',
});

export const MeetingKindEnum = enumOf('MeetingKind', 'What kind of meeting it is.', {
  REGULAR: 'Sinh hoạt thường kỳ, monthly.',
  THEMATIC: 'Sinh hoạt chuyên đề, quarterly.',
  COMBINED: 'Both in one sitting.',
  MODEL: 'Sinh hoạt mẫu.',
});

export const RatingLevelEnum = enumOf(
  'RatingLevel',
  'The yearly rating of an organisation or a member.',
  {
    EXCELLENT: 'Hoàn thành xuất sắc nhiệm vụ.',
    GOOD: 'Hoàn thành tốt nhiệm vụ.',
    COMPLETED: 'Hoàn thành nhiệm vụ.',
    FAILED: 'Không hoàn thành nhiệm vụ.',
  },
);

export const GrievanceFlagEnum = enumOf('GrievanceFlag', 'What makes a grievance weigh.', {
  PROLONGED: 'Kéo dài.',
  CROWD: 'Đông người.',
  LEVEL_SKIPPING: 'Vượt cấp.',
});

export const SignalSourceEnum = enumOf('SignalSource', 'Who noticed a sign of a violation.', {
  SELF: 'Tự phát hiện: the organisation itself.',
  INSPECTION: 'An inspection from above.',
  PRESS: 'Báo chí.',
  CITIZEN_REPORT: 'Phản ánh.',
  CITIZEN_DENUNCIATION: 'Tố cáo.',
});

export const DisciplineFormEnum = enumOf('DisciplineForm', 'A form of discipline.', {
  REPRIMAND: 'Khiển trách.',
  WARNING: 'Cảnh cáo.',
  REMOVAL: 'Cách chức (members only).',
  EXPULSION: 'Khai trừ (members only).',
  DISSOLUTION: 'Giải tán (organisations only).',
});

export const ComplaintOutcomeEnum = enumOf(
  'ComplaintOutcome',
  'What became of a decision complained about.',
  { UPHELD: 'It stands.', CHANGED: 'Another form stands.', ANNULLED: 'Nothing of it stands.' },
);

export const TargetDirectionEnum = enumOf(
  'TargetDirection',
  'On which side of the assigned figure a target is met.',
  { AT_LEAST: 'Met at or above the figure.', AT_MOST: 'Met at or below the figure.' },
);

export const AppraisalResultEnum = enumOf(
  'AppraisalResult',
  'What the superior says of an appraised condition.',
  { MET: 'It is met.', NOT_MET: 'It is not met.' },
);

export const LanguageEnum = enumOf('Language', 'The language of texts made for people.', {
  VI: 'Vietnamese.',
  EN: 'English.',
});
export type Language = keyof typeof LanguageEnum;
