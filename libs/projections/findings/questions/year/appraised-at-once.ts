import { refOf } from '../../../facts';
import { ofType } from '../../subjects/of-type';
import type { YearSubject } from '../../subjects/year.subject';
import type { Question } from '../../question';

const HOUR_MS = 60 * 60 * 1000;
const HOURS = 72;

/** By the times of entry, which say nothing of what came from a file. */
export const appraisedAtOnce: Question<YearSubject> = {
  kind: 'APPRAISED_AT_ONCE',
  answer: ({ facts }) => {
    const entered = facts.filter(({ imported }) => imported === undefined);
    const appraisal = ofType(entered, 'AppraisalRecorded')[0];
    const submitted = ofType(entered, 'SelfAssessmentSubmitted').findLast(
      ({ position }) => appraisal !== undefined && BigInt(position) < BigInt(appraisal.position),
    );
    if (!appraisal || !submitted) return [];
    const waitedMs = Date.parse(appraisal.recordedAt) - Date.parse(submitted.recordedAt);
    if (waitedMs > HOURS * HOUR_MS) return [];
    const figures = { hours: Math.floor(waitedMs / HOUR_MS) };
    return [{ figures, events: [refOf(submitted), refOf(appraisal)] }];
  },
};
