import { firstDecision, namedIn, whoseRating } from '../subjects/rating.subject';
import type { RatingSubject } from '../subjects/rating.subject';
import type { Question } from '../question';
import { rating } from '../terms';

export const ratingChangedAtDecision = {
  kind: 'RATING_CHANGED_AT_DECISION',
  rule: null,
  asks: 'Which ratings were decided otherwise than proposed?',
  candidates: whoseRating,
  answer: (subject) => {
    const steps = subject.rating?.steps ?? [];
    const decision = subject.rating && firstDecision(subject.rating);
    const before = decision ? steps.slice(0, steps.indexOf(decision)) : [];
    const proposal = before.findLast(({ step }) => step === 'PROPOSED');
    if (!decision || !proposal || proposal.level === decision.level) return [];
    return [
      {
        ...namedIn(subject),
        figures: { proposed: proposal.level ?? null, decided: decision.level ?? null },
        events: [proposal.event, decision.event],
      },
    ];
  },
  sentence: (figures) => ({
    vi: `Đề nghị xếp loại ${rating(figures.proposed).vi}, quyết định ${rating(figures.decided).vi}.`,
    en: `Proposed as ${rating(figures.proposed).en}, decided as ${rating(figures.decided).en}.`,
  }),
} as const satisfies Question<RatingSubject>;
