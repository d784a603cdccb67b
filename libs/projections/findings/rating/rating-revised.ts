import { disciplinesOf } from '../subjects/disciplines';
import { namedIn, whoseRating } from '../subjects/rating.subject';
import type { RatingAndCases } from '../subjects/rating.subject';
import type { Question } from '../question';
import { rating, shown } from '../terms';

/**
 * The rating of this year, changed by a later decision. The violation counts in its own year; that of
 * the discipline is named, so that it is not counted there again.
 */
export const ratingRevised = {
  kind: 'RATING_REVISED',
  rule: 'R-16',
  asks: 'Which year’s rating was changed by a later decision? Names the year of the violation, in which it counts, and that of the discipline (R-16).',
  candidates: whoseRating,
  answer: (subject) => {
    const { member, year, cases } = subject;
    const steps = subject.rating?.steps ?? [];
    const revision = steps.findLast(({ step }) => step === 'REVISED');
    const before = revision && steps.slice(0, steps.indexOf(revision));
    const decision = before?.findLast(({ step }) => step === 'DECIDED' || step === 'REVISED');
    if (!revision || !decision || decision.level === revision.level) return [];
    const behind = disciplinesOf(cases, member ?? null).find(
      ({ violationYear }) => violationYear === year,
    );
    return [
      {
        ...namedIn(subject),
        ...(behind === undefined ? {} : { case: behind.case.case }),
        figures: {
          from: decision.level ?? null,
          to: revision.level ?? null,
          violationYear: behind?.violationYear ?? null,
          disciplineYear: behind?.disciplineYear ?? null,
        },
        events: [decision.event, ...(behind ? [behind.decided] : []), revision.event],
      },
    ];
  },
  sentence: (figures) => ({
    vi: `Xếp loại đổi từ ${rating(figures.from).vi} thành ${rating(figures.to).vi} (năm vi phạm ${shown(figures.violationYear)}, năm kỷ luật ${shown(figures.disciplineYear)}).`,
    en: `The rating was changed from ${rating(figures.from).en} to ${rating(figures.to).en} (year of the violation ${shown(figures.violationYear)}, of the discipline ${shown(figures.disciplineYear)}).`,
  }),
} as const satisfies Question<RatingAndCases>;
