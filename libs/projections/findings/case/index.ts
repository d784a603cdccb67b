import { announcementLate } from './announcement-late';
import { casesAlike } from './cases-alike';
import { complaintOpen } from './complaint-open';
import { detectedFromOutside } from './detected-from-outside';
import { disciplinePastLimitation } from './discipline-past-limitation';
import { importedOverLive } from './imported-over-live';
import { notRemedied } from './not-remedied';
import { recognisedWithOpenCase } from './recognised-with-open-case';
import { selfDetectionAfterwards } from './self-detection-afterwards';
import { signalNotInspected } from './signal-not-inspected';

/** Asked of one case by itself. */
export const CASE_QUESTIONS = [
  detectedFromOutside,
  selfDetectionAfterwards,
  signalNotInspected,
  notRemedied,
  disciplinePastLimitation,
  announcementLate,
  complaintOpen,
  importedOverLive,
] as const;

/** Asked of the cases about the same. */
export const CASES_ALIKE_QUESTIONS = [casesAlike] as const;

/** Asked of one case and of what came of its organisation's year. */
export const CASE_IN_YEAR_QUESTIONS = [recognisedWithOpenCase] as const;
