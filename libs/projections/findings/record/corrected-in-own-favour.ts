import type { Question } from '../question';
import { shown } from '../terms';
import { namedByAll } from './facts-of-record';
import type { FactsOfRecord } from './facts-of-record';
import { isOfBeneficiary, weighs } from './weight';

/** That something was taken back by those on whom it weighed stays on record (handbook, section 12). */
export const correctedInOwnFavour = {
  kind: 'CORRECTED_IN_OWN_FAVOUR',
  rule: null,
  asks: 'Which facts that weigh on an organisation or a person (of cases, grievances, missed meetings, scores, targets, ratings and decisions of the year) were corrected by them?',
  answer: ({ withdrawn }) => {
    const own = withdrawn.filter(
      (fact) => weighs(fact) && isOfBeneficiary(fact.data, fact.withdrawal?.by),
    );
    if (own.length === 0) return [];
    return [
      {
        ...namedByAll(own),
        figures: { facts: own.length },
        events: own.flatMap(({ withdrawal }) => withdrawal?.correction ?? []),
      },
    ];
  },
  sentence: ({ facts }) => ({
    vi: `${shown(facts)} sự kiện bất lợi bị chính tổ chức hoặc người liên quan đính chính.`,
    en: `${shown(facts)} facts that weigh on the organisation or the person they are about were corrected by them.`,
  }),
} as const satisfies Question<FactsOfRecord>;
