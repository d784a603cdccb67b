export type { Regime, Regulation } from './regime';
export { disciplineRegimeAt, type DisciplineRegime } from './discipline.regime';
export {
  ratingRegimeAt,
  type DisciplinedSubject,
  type RatingBand,
  type RatingRegime,
} from './rating.regime';
export { meetingRegimeAt, type MeetingRegime } from './meeting.regime';
