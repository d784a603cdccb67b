import type { YearSubject } from '../../subjects/year.subject';
import type { Question } from '../../question';

export const reviewPending: Question<YearSubject> = {
  kind: 'REVIEW_PENDING',
  answer: ({ recognition }) => {
    const open = recognition?.reviews.filter(({ outcome }) => outcome === undefined) ?? [];
    if (open.length === 0) return [];
    const causes = new Set(open.flatMap((review) => review.causes)).size;
    return [{ figures: { causes }, events: open.map(({ required }) => required) }];
  },
};
