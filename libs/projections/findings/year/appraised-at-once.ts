import { refOf } from '../../facts';
import { ofType } from '../subjects/of-type';
import type { YearSubject } from '../subjects/year.subject';
import type { Question } from '../question';
import { shown } from '../terms';

const HOUR_MS = 60 * 60 * 1000;
const HOURS = 72;

/** By the times of entry, which say nothing of what came from a file. */
export const appraisedAtOnce = {
  kind: 'APPRAISED_AT_ONCE',
  rule: null,
  asks: 'Where were self-assessment and appraisal entered within 72 hours? Records that came from a file are not asked about.',
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
  sentence: ({ hours }) => ({
    vi: `Thẩm định được nhập ${shown(hours)} giờ sau khi nhập bản tự chấm.`,
    en: `The appraisal was entered ${shown(hours)} hours after the self-assessment.`,
  }),
} as const satisfies Question<YearSubject>;
