export { scorecardsProjection } from './scorecards.projection';
export { SCORECARDS, scorecardKey } from './keys';
export type { RecognitionEntry, RecognitionState, ScorecardDocument } from './documents';
