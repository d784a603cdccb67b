export { historyOf, HistoryTooLong } from './history-of';
export type { Known, KnownHistory } from './history-of';
