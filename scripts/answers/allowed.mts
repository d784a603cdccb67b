/** A difference that was decided. */
export interface Allowed {
  readonly path: RegExp;
  /** Whether what has changed is this change. */
  readonly isThis: (before: string, after: string) => boolean;
  readonly reason: string;
  /** The decision in `docs/decisions`. */
  readonly decision?: string;
}

const ENGLISH = /(summary|explanation)_EN$/;
const VIETNAMESE = /(summary|explanation)(_VI)?$/;
const RATING_LEVELS = /\b(EXCELLENT|GOOD|COMPLETED|FAILED)\b/g;
const MEETING_LEVELS = /(?:Tốt|Khá|Trung bình|Kém) \((\w+)\)/g;
/** Events of a kind that are listed with a scorecard. */
const LISTED = 20;
const ABRIDGED = new Set([
  'The evidence listed is not complete.',
  'Danh sách căn cứ kèm theo đã được rút gọn.',
]);

/** What people read of a term, in the sentences of one language. */
function label(path: RegExp, isThis: Allowed['isThis']): Allowed {
  return { path, isThis, reason: 'a term has one label in every sentence', decision: '0074' };
}

export const ALLOWED: readonly Allowed[] = [
  label(
    ENGLISH,
    (before, after) => before.replaceAll(RATING_LEVELS, (level) => level.toLowerCase()) === after,
  ),
  label(ENGLISH, (before, after) => before.replaceAll(MEETING_LEVELS, '$1') === after),
  label(ENGLISH, (before, after) => /^flagged as\b/.test(before) && after.startsWith('flagged:')),
  label(VIETNAMESE, (_, after) => /hoàn thành xuất sắc nhiệm vụ|^nhiệm vụ\b/i.test(after)),
  label(VIETNAMESE, (before, after) => before === 'bỏ' && after === ''),
  label(VIETNAMESE, (before, after) => before === 'tin báo' && after === 'dấu hiệu vi phạm'),
  {
    path: /\.evidence\.length$/,
    isThis: (before, after) => Number(before) > Number(after) && Number(after) >= LISTED,
    reason: 'the evidence of a condition lists no more than 20 events of a kind',
    decision: '0073',
  },
  {
    path: /\.notes\.length$|explanation(_VI|_EN)?$/,
    isThis: (before, after) => (before === '0' && after === '1') || ABRIDGED.has(after),
    reason: 'where not all evidence is listed, a note says so',
    decision: '0073',
  },
  {
    path: /^findings\b.*\.node\.(events\.length|figures\.events)$/,
    isThis: () => true,
    reason: 'a finding of more than 200 events names the first and the last 100, and their number',
    decision: '0075',
  },
  {
    path: /\.errors\[\]\.(message|extensions\.fields\[\]\.message)$|^import report\[\]\.reason$/,
    isThis: () => true,
    reason: 'refusals are built from their subject; their codes stay',
    decision: '0075',
  },
  {
    path: /^status\b.*\.(version|secondsBehind|secondsLeft|eventsApplied)$/,
    isThis: () => true,
    reason: 'how a read model is built is no answer about the facts',
  },
];
