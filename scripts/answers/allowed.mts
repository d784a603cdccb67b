/** A difference that was decided. */
export interface Allowed {
  readonly path: RegExp;
  /** Whether what has changed is this change. */
  readonly isThis: (before: string, after: string) => boolean;
  readonly reason: string;
}

const ENGLISH = /(summary|explanation)_EN$/;
const VIETNAMESE = /(summary|explanation)(_VI)?$/;
const LEVELS = /\b(EXCELLENT|GOOD|COMPLETED|FAILED)\b/g;

export const ALLOWED: readonly Allowed[] = [
  {
    path: /^status\b.*\.(version|secondsBehind|secondsLeft|eventsApplied)$/,
    isThis: () => true,
    reason: 'how a read model is built is no answer about the facts',
  },
  {
    path: ENGLISH,
    isThis: (before, after) => before.replaceAll(LEVELS, (level) => level.toLowerCase()) === after,
    reason: 'levels have labels in both languages',
  },
  {
    path: ENGLISH,
    isThis: (before, after) => /^flagged as\b/.test(before) && after.startsWith('flagged:'),
    reason: 'flags have labels in both languages',
  },
  {
    path: VIETNAMESE,
    isThis: (_, after) => /hoàn thành xuất sắc nhiệm vụ/i.test(after),
    reason: 'levels have labels in both languages',
  },
  {
    path: /\.evidence\.length$/,
    isThis: (_, after) => Number(after) >= 20,
    reason: 'evidence is bounded; all of it is behind the answer page by page',
  },
  {
    path: /\.errors\[\]\.message$/,
    isThis: () => true,
    reason: 'refusals use standard terms; their codes stay',
  },
];
