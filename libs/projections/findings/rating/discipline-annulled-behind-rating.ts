import { disciplinesOf, standingFor } from '../subjects/disciplines';
import { namedIn, standingDecision, whoseRating } from '../subjects/rating.subject';
import type { RatingAndCases } from '../subjects/rating.subject';
import type { Question } from '../question';
import { rating, shown } from '../terms';

/** A rating that nobody reopened although what it rests on is void. */
export const disciplineAnnulledBehindRating = {
  kind: 'DISCIPLINE_ANNULLED_BEHIND_RATING',
  rule: 'R-28',
  asks: 'Which FAILED ratings rest on a discipline that was annulled since and are not reopened (R-28)?',
  candidates: whoseRating,
  answer: (subject) => {
    const { member, year, cases, rating: progress } = subject;
    const decision = progress && standingDecision(progress)?.event;
    if (!decision || progress.stage !== 'DECIDED' || progress.level !== 'FAILED') return [];
    const disciplines = disciplinesOf(cases, member ?? null);
    const behind = disciplines.find(
      ({ violationYear, annulled }) =>
        violationYear === year &&
        annulled !== undefined &&
        BigInt(annulled.position) > BigInt(decision.position),
    );
    if (!behind || standingFor(disciplines, year).length > 0) return [];
    const { violationYear, disciplineYear, decided, annulled } = behind;
    return [
      {
        ...namedIn(subject),
        case: behind.case.case,
        figures: { level: progress.level, violationYear, disciplineYear },
        events: [decided, decision, annulled].filter((event) => event !== undefined),
      },
    ];
  },
  sentence: (figures) => ({
    vi: `Quyết định kỷ luật năm ${shown(figures.disciplineYear)} đã bị hủy bỏ mà xếp loại ${rating(figures.level).vi} chưa được xem xét lại.`,
    en: `The discipline of ${shown(figures.disciplineYear)} was annulled and the rating ${rating(figures.level).en} is not reopened.`,
  }),
} as const satisfies Question<RatingAndCases>;
