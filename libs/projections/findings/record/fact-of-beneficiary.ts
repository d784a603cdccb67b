import { refOf } from '../../facts';
import type { Question } from '../question';
import { shown } from '../terms';
import { namedByAll } from './facts-of-record';
import type { FactsOfRecord } from './facts-of-record';
import { isFavourable, isOfBeneficiary } from './weight';

export const factOfBeneficiary = {
  kind: 'FACT_OF_BENEFICIARY',
  rule: null,
  asks: 'Which facts that make a scorecard better (of cases, grievances, scores, targets, ratings, members and decisions of the year) were recorded by the organisation or the person they are about, within their authority or not?',
  answer: ({ facts }) => {
    const own = facts.filter((fact) => isFavourable(fact) && isOfBeneficiary(fact.data, fact.by));
    if (own.length === 0) return [];
    return [{ ...namedByAll(own), figures: { facts: own.length }, events: own.map(refOf) }];
  },
  sentence: ({ facts }) => ({
    vi: `${shown(facts)} sự kiện có lợi do chính tổ chức hoặc người được hưởng lợi ghi nhận.`,
    en: `${shown(facts)} facts in its favour were recorded by the organisation or the person they are about.`,
  }),
} as const satisfies Question<FactsOfRecord>;
