import { localDateOf } from '#vocabulary';
import { ratingRegimeAt } from '#domain';
import { isSelfDetectedAndRemedied } from '../subjects/detection';
import { disciplinesOf, membersDisciplined, standingFor } from '../subjects/disciplines';
import { standingDecision } from '../subjects/ratings';
import { isBetterThanFailed } from '../subjects/standing.subject';
import type { StandingSubject } from '../subjects/standing.subject';
import type { Question } from '../question';
import { rating, shown } from '../terms';

/** In the year of the violation, where it happened. */
export const disciplinedMemberNotFailed = {
  kind: 'DISCIPLINED_MEMBER_NOT_FAILED',
  rule: 'R-13',
  asks: 'Which members are rated better than FAILED in the year of a violation they were disciplined for (R-13)?',
  candidates: ({ own }) => membersDisciplined(own.cases),
  answer: ({ own, ofYear, year }) =>
    ofYear.memberRatings.flatMap(({ member, level, rating }) => {
      const decision = standingDecision(rating);
      if (!decision || !isBetterThanFailed(level)) return [];
      const rule = ratingRegimeAt(localDateOf(decision.event.effectiveAt)).memberFailed;
      const standing = standingFor(disciplinesOf(own.cases, member), year).find(
        ({ case: one }) =>
          rule?.sparesSelfDetectedAndRemedied === false || !isSelfDetectedAndRemedied(one),
      );
      if (!rule || !standing) return [];
      const { violationYear, disciplineYear, decided } = standing;
      return [
        {
          about: member,
          member,
          case: standing.case.case,
          figures: { level, violationYear, disciplineYear },
          events: [decided, decision.event],
        },
      ];
    }),
  sentence: (figures) => ({
    vi: `Đảng viên bị kỷ luật vì vi phạm năm ${shown(figures.violationYear)} vẫn xếp loại ${rating(figures.level).vi}.`,
    en: `The member was disciplined for a violation of ${shown(figures.violationYear)} and is rated ${rating(figures.level).en}.`,
  }),
} as const satisfies Question<StandingSubject>;
