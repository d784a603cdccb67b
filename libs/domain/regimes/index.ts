export type { Regime, Regulation } from './regime';
export { DISCIPLINE_REGIMES, disciplineRegimeAt, type DisciplineRegime } from './discipline.regime';
export {
  RATING_REGIMES,
  ratingRegimeAt,
  type DisciplinedSubject,
  type RatingBand,
  type RatingRegime,
} from './rating.regime';
export { MEETING_REGIMES, meetingRegimeAt, type MeetingRegime } from './meeting.regime';
