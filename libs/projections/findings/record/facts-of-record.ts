import type { KeptFact } from '../../facts';
import type { Answer } from '../question';

/** All that was recorded of one thing, whatever it is. */
export interface FactsOfRecord {
  readonly facts: readonly KeptFact[];
  /** Facts that were corrected. */
  readonly withdrawn: readonly KeptFact[];
}

type Named = Pick<Answer, 'case' | 'meeting' | 'member'>;

/** Whom and what all of the facts name. */
export function namedByAll(facts: readonly KeptFact[]): Named {
  return {
    ...namedAlike('case', facts),
    ...namedAlike('meeting', facts),
    ...namedAlike('member', facts),
  };
}

function namedAlike(name: keyof Named, facts: readonly KeptFact[]): Named {
  const named = new Set(facts.map(({ data }) => (data as Named)[name]));
  const [value] = named;
  return named.size > 1 || value === undefined ? {} : { [name]: value };
}
