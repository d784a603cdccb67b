import { RATINGS } from '#vocabulary';
import { disciplinesOf, ranAt } from '../subjects/disciplines';
import { namedIn, standingDecision, whoseRating } from '../subjects/rating.subject';
import type { RatingAndCases } from '../subjects/rating.subject';
import type { Question } from '../question';
import { shown } from '../terms';

/** No title while a discipline runs, whatever year it is for. */
export const excellentWhileDisciplined = {
  kind: 'EXCELLENT_WHILE_DISCIPLINED',
  rule: 'R-21',
  asks: 'Which members were rated EXCELLENT while a discipline ran (R-21)?',
  candidates: whoseRating,
  answer: (subject) => {
    const { member, cases, rating } = subject;
    const decision = rating && standingDecision(rating)?.event;
    if (member === undefined || !decision || rating.level !== 'EXCELLENT') return [];
    const running = disciplinesOf(cases, member).find((discipline) =>
      ranAt(discipline, decision.effectiveAt),
    );
    if (!running) return [];
    const { violationYear, disciplineYear, decided } = running;
    return [
      {
        ...namedIn(subject),
        case: running.case.case,
        figures: { violationYear, disciplineYear },
        events: [decided, decision],
      },
    ];
  },
  sentence: ({ disciplineYear }) => ({
    vi: `Đảng viên được xếp loại ${RATINGS.EXCELLENT.vi} trong thời gian chấp hành kỷ luật (quyết định năm ${shown(disciplineYear)}).`,
    en: `The member was rated ${RATINGS.EXCELLENT.en} while a discipline ran (decided in ${shown(disciplineYear)}).`,
  }),
} as const satisfies Question<RatingAndCases>;
