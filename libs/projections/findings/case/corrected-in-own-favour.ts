import { isOfBeneficiary } from '../beneficiary';
import type { CaseSubject } from '../subjects/case.subject';
import type { Question } from '../question';
import { shown } from '../terms';

/** What a case says weighs on whom it is about: that it was taken back by them stays on record (handbook, section 12). */
export const correctedInOwnFavour = {
  kind: 'CORRECTED_IN_OWN_FAVOUR',
  rule: null,
  asks: 'Which facts of a case were corrected by the organisation or the person it is about?',
  answer: ({ withdrawn }) => {
    const own = withdrawn.filter(({ data, withdrawal }) => isOfBeneficiary(data, withdrawal?.by));
    const [first] = own;
    if (first === undefined || !('case' in first.data)) return [];
    const { case: id } = first.data;
    const member = 'member' in first.data ? first.data.member : undefined;
    return [
      {
        case: id,
        ...(member === undefined ? {} : { member }),
        figures: { facts: own.length },
        events: own.flatMap(({ withdrawal }) => withdrawal?.correction ?? []),
      },
    ];
  },
  sentence: ({ facts }) => ({
    vi: `${shown(facts)} sự kiện của vụ việc bị chính tổ chức hoặc người liên quan đính chính.`,
    en: `${shown(facts)} facts of the case were corrected by the organisation or the person it is about.`,
  }),
} as const satisfies Question<CaseSubject>;
