import { refOf } from '../../facts';
import type { Question } from '../question';
import { ofType } from '../subjects/of-type';
import type { YearSubject } from '../subjects/year.subject';

/** The decision is the body's; that the scorecard said otherwise on that day stays on record. */
export const upheldWhileFailed = {
  kind: 'UPHELD_WHILE_FAILED',
  rule: 'R-26',
  asks: 'Which recognitions were upheld although the scorecard said on that day that the organisation is not eligible (R-26)?',
  answer: ({ facts }) => {
    const upheld = ofType(facts, 'RecognitionUpheld').filter(
      ({ data }) => data.outcome === 'NOT_ELIGIBLE',
    );
    return upheld.length === 0 ? [] : [{ figures: {}, events: upheld.map(refOf) }];
  },
  sentence: () => ({
    vi: 'Giữ nguyên công nhận trong khi phiếu chấm ngày đó cho thấy không đủ điều kiện.',
    en: 'The recognition was upheld although the scorecard of that day said not eligible.',
  }),
} as const satisfies Question<YearSubject>;
