import { firstDecision, ratedIn, ratingsOf } from '../../subjects/ratings';
import type { YearSubject } from '../../subjects/year.subject';
import type { Question } from '../../question';

export const ratingChangedAtDecision: Question<YearSubject> = {
  kind: 'RATING_CHANGED_AT_DECISION',
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
};
