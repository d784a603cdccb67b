import type { EventRef } from '#projection-engine';
import { firstDecision } from '../../subjects/ratings';
import type { YearSubject } from '../../subjects/year.subject';
import type { Question } from '../../question';

/** Member ratings first, then four-good, then the organisation's rating. */
export const ratedOutOfOrder: Question<YearSubject> = {
  kind: 'RATED_OUT_OF_ORDER',
  answer: (subject) => {
    const rated = subject.review && firstDecision(subject.review.rating)?.event;
    if (rated === undefined) return [];
    const isLater = (event: EventRef): boolean =>
      Date.parse(event.effectiveAt) > Date.parse(rated.effectiveAt);
    const membersAfter = subject.memberRatings
      .flatMap(({ rating }) => firstDecision(rating)?.event ?? [])
      .filter(isLater);
    const { recognition } = subject;
    const decided = recognition?.decisions[0]?.decided;
    const beforeRecognition = recognition !== undefined && (!decided || isLater(decided));
    if (membersAfter.length === 0 && !beforeRecognition) return [];
    const recognitionAfter = beforeRecognition && decided ? [decided] : [];
    return [
      {
        figures: { beforeRecognition, membersRatedAfter: membersAfter.length },
        events: [rated, ...membersAfter, ...recognitionAfter],
      },
    ];
  },
};
