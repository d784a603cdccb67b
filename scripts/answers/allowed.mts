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
const LEVELS = /\b(EXCELLENT|GOOD|COMPLETED|FAILED)\b/g;
/** Events of a kind that are listed with a scorecard. */
const LISTED = 20;

export const ALLOWED: readonly Allowed[] = [
  {
    path: ENGLISH,
    isThis: (before, after) => before.replaceAll(LEVELS, (level) => level.toLowerCase()) === after,
    reason: 'levels have one label in every sentence',
    decision: '0074',
  },
  {
    path: ENGLISH,
    isThis: (before, after) => /^flagged as\b/.test(before) && after.startsWith('flagged:'),
    reason: 'flags have one label in every sentence',
    decision: '0074',
  },
  {
    path: VIETNAMESE,
    isThis: (_, after) => /hoàn thành xuất sắc nhiệm vụ/i.test(after),
    reason: 'levels have one label in every sentence',
    decision: '0074',
  },
  {
    path: /\.evidence\.length$/,
    isThis: (before, after) => Number(before) > Number(after) && Number(after) >= LISTED,
    reason: 'the evidence of a condition lists no more than 20 events of a kind',
    decision: '0073',
  },
  {
    path: /\.evidence_first_\d+(\.length|\[\]\.id)$/,
    isThis: () => true,
    reason: 'pages go through all that decides, also through what a list leaves out',
    decision: '0073',
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
