export { DueDates } from './due-dates.process';
export { Expulsion } from './expulsion.process';
export type { Process } from './process';
export { ProcessRunner } from './process-runner';
export { RatingReopening } from './rating-reopening.process';
export { RecognitionReview } from './recognition-review.process';
