import type { YearSubject } from '../subjects/year.subject';
import type { Question } from '../question';
import { shown } from '../terms';

export const reviewPending = {
  kind: 'REVIEW_PENDING',
  rule: 'R-26',
  asks: 'Which recognitions are to be reviewed because of later facts (R-26)?',
  answer: ({ recognition }) => {
    const open = recognition?.reviews.filter(({ outcome }) => outcome === undefined) ?? [];
    if (open.length === 0) return [];
    const causes = new Set(open.flatMap((review) => review.causes)).size;
    return [{ figures: { causes }, events: open.map(({ required }) => required) }];
  },
  sentence: ({ causes }) => ({
    vi: `Phải xem xét lại việc công nhận do ${shown(causes)} sự kiện ghi nhận sau.`,
    en: `The recognition is to be reviewed because of ${shown(causes)} later facts.`,
  }),
} as const satisfies Question<YearSubject>;
