import { localDateOf } from '#vocabulary';
import { ratingRegimeAt } from '#domain';
import { isSelfDetectedAndRemedied } from '../subjects/detection';
import { disciplinesOf, standingFor } from '../subjects/disciplines';
import { namedIn, standingDecision, whoseRating } from '../subjects/rating.subject';
import type { RatingAndCases } from '../subjects/rating.subject';
import { isBetterThanFailed } from '../subjects/standing.subject';
import type { Question } from '../question';
import { rating, shown } from '../terms';

/** In the year of the violation, where it happened. */
export const disciplinedMemberNotFailed = {
  kind: 'DISCIPLINED_MEMBER_NOT_FAILED',
  rule: 'R-13',
  asks: 'Which members are rated better than FAILED in the year of a violation they were disciplined for (R-13)?',
  candidates: whoseRating,
  answer: (subject) => {
    const { member, year, cases, rating: progress } = subject;
    const decision = progress && standingDecision(progress);
    if (member === undefined || !decision || !isBetterThanFailed(progress.level)) return [];
    const rule = ratingRegimeAt(localDateOf(decision.event.effectiveAt)).memberFailed;
    const standing = standingFor(disciplinesOf(cases, member), year).find(
      ({ case: violation }) =>
        rule?.sparesSelfDetectedAndRemedied === false || !isSelfDetectedAndRemedied(violation),
    );
    if (!rule || !standing) return [];
    const { violationYear, disciplineYear, decided } = standing;
    return [
      {
        ...namedIn(subject),
        case: standing.case.case,
        figures: { level: progress.level, violationYear, disciplineYear },
        events: [decided, decision.event],
      },
    ];
  },
  sentence: (figures) => ({
    vi: `Đảng viên bị kỷ luật vì vi phạm năm ${shown(figures.violationYear)} vẫn xếp loại ${rating(figures.level).vi}.`,
    en: `The member was disciplined for a violation of ${shown(figures.violationYear)} and is rated ${rating(figures.level).en}.`,
  }),
} as const satisfies Question<RatingAndCases>;
