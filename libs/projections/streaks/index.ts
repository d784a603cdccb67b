export type { StreakDocument, StreakLevel } from './streak.document';
export { streaksProjection } from './streaks.projection';
export { STREAKS } from './keys';
export { SHORTEST_STREAK } from './streak.document';
