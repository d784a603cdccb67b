import { firstDecision, ratedIn, ratingsOf } from '../subjects/ratings';
import type { YearSubject } from '../subjects/year.subject';
import type { Question } from '../question';
import { rating } from '../terms';

export const ratingChangedAtDecision = {
  kind: 'RATING_CHANGED_AT_DECISION',
  rule: null,
  asks: 'Which ratings were decided otherwise than proposed?',
  candidates: ratedIn,
  answer: (subject) =>
    ratingsOf(subject).flatMap((rating) => {
      const { member } = rating;
      const decision = firstDecision(rating);
      const steps = decision ? rating.steps.slice(0, rating.steps.indexOf(decision)) : [];
      const proposal = steps.findLast(({ step }) => step === 'PROPOSED');
      if (!decision || !proposal || proposal.level === decision.level) return [];
      return [
        {
          ...(member === undefined ? {} : { member, about: member }),
          figures: { proposed: proposal.level ?? null, decided: decision.level ?? null },
          events: [proposal.event, decision.event],
        },
      ];
    }),
  sentence: (figures) => ({
    vi: `Đề nghị xếp loại ${rating(figures.proposed).vi}, quyết định ${rating(figures.decided).vi}.`,
    en: `Proposed as ${rating(figures.proposed).en}, decided as ${rating(figures.decided).en}.`,
  }),
} as const satisfies Question<YearSubject>;
