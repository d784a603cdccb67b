import { compareInstants, comparePositions } from '#vocabulary';
import type { Instant } from '#vocabulary';
import { refOf } from '../../facts';
import type { KeptFact } from '../../facts';
import type { Question } from '../question';
import type { KeptFactOfType } from '../subjects/of-type';
import { shown } from '../terms';

const HOURS = 72;
const WINDOW_MS = HOURS * 60 * 60 * 1000;

/** An appraisal that did not come from a file, and what was entered of the organisation by then. */
export interface Appraised {
  readonly appraisal: KeptFactOfType<'AppraisalRecorded'> | undefined;
  readonly entered: readonly KeptFact[];
}

/** The steps of the assessment itself come then. */
const OF_ASSESSMENT: readonly KeptFact['type'][] = [
  'AssessmentOpened',
  'SelfAssessmentSubmitted',
  'AppraisalRecorded',
];

/** From when on it looks suspicious. */
export function justBefore({ recordedAt }: KeptFact): Instant {
  return new Date(Date.parse(recordedAt) - WINDOW_MS).toISOString();
}

/** By the times of entry, which say nothing of what came from a file. */
export const enteredBeforeAppraisal = {
  kind: 'ENTERED_BEFORE_APPRAISAL',
  rule: null,
  asks: 'What was entered of an organisation, whatever it is about, in the 72 hours before the appraisal? Records that came from a file are not asked about.',
  answer: ({ appraisal, entered }) => {
    if (!appraisal) return [];
    const since = justBefore(appraisal);
    const just = entered.filter(
      ({ type, imported, recordedAt, position }) =>
        imported === undefined &&
        !OF_ASSESSMENT.includes(type) &&
        comparePositions(position, appraisal.position) < 0 &&
        compareInstants(recordedAt, since) >= 0,
    );
    if (just.length === 0) return [];
    return [{ figures: { facts: just.length }, events: [...just.map(refOf), refOf(appraisal)] }];
  },
  sentence: ({ facts }) => ({
    vi: `${shown(facts)} sự kiện được nhập trong 72 giờ trước khi thẩm định.`,
    en: `${shown(facts)} facts were entered in the 72 hours before the appraisal.`,
  }),
} as const satisfies Question<Appraised>;
