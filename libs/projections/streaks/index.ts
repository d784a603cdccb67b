export type { StreakDocument, StreakLevel } from './streak.document';
export { streaksProjection } from './streaks.projection';
export { STREAKS } from './keys';
export { SHORTEST_STREAK, STREAK_LEVELS } from './streak.document';
