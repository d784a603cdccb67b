import type { EventRef } from '#projection-engine';
import { firstDecision } from '../subjects/rating.subject';
import type { RatedYear } from '../subjects/rating.subject';
import type { Question } from '../question';
import { shown } from '../terms';

/** Member ratings first, then four-good, then the organisation's rating. */
export const ratedOutOfOrder = {
  kind: 'RATED_OUT_OF_ORDER',
  rule: 'R-07',
  asks: 'Which organisations were rated before all their members, or before their recognition was decided (R-07)?',
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
  // Either may be out of order, or both.
  sentence: ({ beforeRecognition, membersRatedAfter }) => {
    const recognition = beforeRecognition === true;
    const members = membersRatedAfter !== 0;
    const vi = [
      ...(recognition ? ['trước khi quyết định việc công nhận'] : []),
      ...(members ? [`trước ${shown(membersRatedAfter)} đảng viên`] : []),
    ];
    const en = [
      ...(recognition ? ['before its recognition was decided'] : []),
      ...(members ? [`before ${shown(membersRatedAfter)} of its members were`] : []),
    ];
    return {
      vi: `Tổ chức đảng được xếp loại ${vi.join(' và ')}.`,
      en: `The organisation was rated ${en.join(' and ')}.`,
    };
  },
} as const satisfies Question<RatedYear>;
