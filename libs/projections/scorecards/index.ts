export { scorecardsProjection } from './scorecards.projection';
export { evidencePage } from './document/evidence.query';
export { SCORECARDS, scorecardKey } from './document/keys';
export type { ScorecardDocument } from './document/scorecard.document';
export type { RecognitionEntry, RecognitionState } from './facts/recognition';
