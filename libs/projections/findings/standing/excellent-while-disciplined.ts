import { RATINGS } from '#vocabulary';
import { disciplinesOf, membersDisciplined, ranAt } from '../subjects/disciplines';
import { standingDecision } from '../subjects/ratings';
import type { StandingSubject } from '../subjects/standing.subject';
import type { Question } from '../question';
import { shown } from '../terms';

/** No title while a discipline runs, whatever year it is for. */
export const excellentWhileDisciplined = {
  kind: 'EXCELLENT_WHILE_DISCIPLINED',
  rule: 'R-21',
  asks: 'Which members were rated EXCELLENT while a discipline ran (R-21)?',
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
  sentence: ({ disciplineYear }) => ({
    vi: `Đảng viên được xếp loại ${RATINGS.EXCELLENT.vi} trong thời gian chấp hành kỷ luật (quyết định năm ${shown(disciplineYear)}).`,
    en: `The member was rated ${RATINGS.EXCELLENT.en} while a discipline ran (decided in ${shown(disciplineYear)}).`,
  }),
} as const satisfies Question<StandingSubject>;
