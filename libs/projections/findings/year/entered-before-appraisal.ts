import { refOf } from '../../facts';
import type { KeptFact } from '../../facts';
import type { Question } from '../question';
import { ofType } from '../subjects/of-type';
import type { YearSubject } from '../subjects/year.subject';
import { shown } from '../terms';

const HOURS = 72;
const WINDOW_MS = HOURS * 60 * 60 * 1000;

/** The steps of the assessment itself come then. */
const OF_ASSESSMENT: readonly KeptFact['type'][] = [
  'AssessmentOpened',
  'SelfAssessmentSubmitted',
  'AppraisalRecorded',
];

/** By the times of entry, which say nothing of what came from a file. */
export const enteredBeforeAppraisal = {
  kind: 'ENTERED_BEFORE_APPRAISAL',
  rule: null,
  asks: 'What was entered in the 72 hours before the appraisal? Records that came from a file are not asked about.',
  answer: ({ facts }) => {
    const entered = facts.filter(({ imported }) => imported === undefined);
    const appraisal = ofType(entered, 'AppraisalRecorded')[0];
    if (!appraisal) return [];
    const until = Date.parse(appraisal.recordedAt);
    const just = entered.filter(
      ({ type, recordedAt, position }) =>
        !OF_ASSESSMENT.includes(type) &&
        BigInt(position) < BigInt(appraisal.position) &&
        until - Date.parse(recordedAt) <= WINDOW_MS,
    );
    if (just.length === 0) return [];
    return [{ figures: { facts: just.length }, events: [...just.map(refOf), refOf(appraisal)] }];
  },
  sentence: ({ facts }) => ({
    vi: `${shown(facts)} sự kiện được nhập trong 72 giờ trước khi thẩm định.`,
    en: `${shown(facts)} facts were entered in the 72 hours before the appraisal.`,
  }),
} as const satisfies Question<YearSubject>;
