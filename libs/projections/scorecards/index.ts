export { scorecardsProjection } from './scorecards.projection';
export { isWithin } from './counts/steps';
export { evidencePage } from './document/evidence.query';
export { leftOutPage } from './document/left-out.query';
export type { NamedLeftOut } from './document/left-out.query';
export { SCORECARDS, scorecardKey } from './document/keys';
export type { ScorecardDocument } from './document/scorecard.document';
export {
  toldMembers,
  toldScorecard,
  toldStanding,
  type ToldScorecard,
} from './document/told-scorecard';
export { attachedTo, endedIn } from './tree/attachment';
export type { RecognitionEntry, RecognitionState } from './facts/recognition';
