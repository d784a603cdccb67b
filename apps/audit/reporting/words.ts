import type { ConditionStatus, Outcome } from '#criteria';
import { dayIn } from '#projections';
import type { FindingState, RecognitionState } from '#projections';
import { localDateOf } from '#vocabulary';
import type { Instant, Labels, Language } from '#vocabulary';

export const OUTCOME_NAMES: Labels<Outcome> = {
  ELIGIBLE: { vi: 'đủ điều kiện', en: 'eligible' },
  NOT_ELIGIBLE: { vi: 'không đủ điều kiện', en: 'not eligible' },
  PENDING: { vi: 'chưa kết luận được', en: 'pending' },
  NOT_PLEDGED: { vi: 'chưa đăng ký', en: 'not pledged' },
};

export const STATUS_NAMES: Labels<ConditionStatus> = {
  MET: { vi: 'đạt', en: 'met' },
  FAILED: { vi: 'không đạt', en: 'failed' },
  PENDING: { vi: 'chưa kết luận được', en: 'pending' },
  NOT_APPLICABLE: { vi: 'không áp dụng', en: 'not applicable' },
};

export const RECOGNITION_NAMES: Labels<RecognitionState> = {
  GRANTED: { vi: 'đã công nhận', en: 'recognised' },
  REFUSED: { vi: 'không công nhận', en: 'refused' },
  REVIEW_REQUIRED: { vi: 'phải xem xét lại', en: 'to be reviewed' },
  UPHELD: { vi: 'giữ nguyên công nhận', en: 'upheld' },
  CORRECTED: { vi: 'đã điều chỉnh', en: 'corrected' },
  REVOKED: { vi: 'đã thu hồi công nhận', en: 'revoked' },
};

export const STATE_NAMES: Labels<FindingState> = {
  OPEN: { vi: 'còn nguyên', en: 'holds' },
  SETTLED: { vi: 'đã xử lý', en: 'settled' },
};

const HOUR = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** A point in time as an office writes it, in Vietnam's time. */
export function momentIn(language: Language, instant: Instant): string {
  const day = dayIn[language](localDateOf(instant));
  const [hour = '', minute = ''] = HOUR.format(new Date(instant)).split(':');
  return language === 'vi'
    ? `${hour} giờ ${minute}, ngày ${day}`
    : `${day}, ${hour}:${minute} (UTC+7)`;
}

/** A whole number with its thousands apart. */
export function countIn(language: Language, count: number): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(count);
}
