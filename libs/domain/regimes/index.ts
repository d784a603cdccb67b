export type { Regime, Regulation } from './regime';
export type { DisciplineRegime } from './discipline.regime';
export type { DisciplinedSubject, RatingBand, RatingRegime } from './rating.regime';
export type { MeetingRegime } from './meeting.regime';
export { DISCIPLINE_REGIMES, disciplineRegimeAt } from './discipline-regimes';
export { RATING_REGIMES, ratingRegimeAt } from './rating-regimes';
export { MEETING_REGIMES, meetingRegimeAt } from './meeting-regimes';
