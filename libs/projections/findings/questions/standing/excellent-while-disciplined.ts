import { disciplinesOf, membersDisciplined, ranAt } from '../../subjects/disciplines';
import { standingDecision } from '../../subjects/ratings';
import type { StandingSubject } from '../../subjects/standing.subject';
import type { Question } from '../../question';

/** No title while a discipline runs, whatever year it is for. */
export const excellentWhileDisciplined: Question<StandingSubject> = {
  kind: 'EXCELLENT_WHILE_DISCIPLINED',
  candidates: ({ own }) => membersDisciplined(own.cases),
  answer: ({ own, ofYear }) =>
    ofYear.memberRatings.flatMap(({ member, level, rating }) => {
      const decision = standingDecision(rating)?.event;
      if (!decision || level !== 'EXCELLENT') return [];
      const running = disciplinesOf(own.cases, member).find((one) =>
        ranAt(one, decision.effectiveAt),
      );
      if (!running) return [];
      const { violationYear, disciplineYear, decided } = running;
      return [
        {
          about: member,
          member,
          case: running.case.case,
          figures: { violationYear, disciplineYear },
          events: [decided, decision],
        },
      ];
    }),
};
