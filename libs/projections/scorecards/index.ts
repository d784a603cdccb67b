export { scorecardsProjection } from './scorecards.projection';
export { SCORECARDS, scorecardKey } from './keys';
export { RECOGNITION_STATES } from './documents';
export type { RecognitionEntry, RecognitionState, ScorecardDocument } from './documents';
