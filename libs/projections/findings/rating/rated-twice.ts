import { refOf } from '../../facts';
import type { Question } from '../question';
import type { KeptFactOfType } from '../subjects/of-type';
import { rating, shown } from '../terms';

/** The decisions on a member's rating for a year, by whichever organisation he or she was rated in. */
export interface RatingsOfMember {
  readonly decided: readonly KeptFactOfType<'MemberRatingDecided'>[];
}

/** A member has one rating a year: that of another organisation does not count (criteria.md, section 3). */
export const ratedTwice = {
  kind: 'RATED_TWICE',
  rule: null,
  asks: 'Which members were rated by more than one organisation for the same year?',
  answer: ({ decided }) => {
    const organisations = [...new Set(decided.map(({ data }) => data.organisation))];
    const [first, last] = [decided[0], decided.at(-1)];
    if (first === undefined || last === undefined || organisations.length < 2) return [];
    const figures = {
      organisations: organisations.join(', '),
      level: first.data.level,
      other: last.data.level,
    };
    return [{ member: first.data.member, figures, events: decided.map(refOf) }];
  },
  sentence: ({ organisations, level, other }) => ({
    vi: `Đảng viên được nhiều tổ chức xếp loại trong cùng một năm: ${shown(organisations)} (${rating(level).vi}, ${rating(other).vi}).`,
    en: `The member was rated by several organisations for the same year: ${shown(organisations)} (${rating(level).en}, ${rating(other).en}).`,
  }),
} as const satisfies Question<RatingsOfMember>;
