import { FINDING_RULES } from '#projections';
import type { FindingKind } from '#projections';
import { DISCIPLINE_RULES } from './discipline.rules';
import type { HandbookRule } from './handbook-rule';
import { MEETING_RULES } from './meeting.rules';
import { PROGRAMME_RULES } from './programme.rules';
import { RATING_RULES } from './rating.rules';
import { RECOGNITION_RULES } from './recognition.rules';

export type { HandbookRule } from './handbook-rule';

const RULES: Readonly<Record<string, HandbookRule>> = {
  ...PROGRAMME_RULES,
  ...MEETING_RULES,
  ...RATING_RULES,
  ...DISCIPLINE_RULES,
  ...RECOGNITION_RULES,
};

const KINDS = Object.keys(FINDING_RULES) as FindingKind[];

/** Every rule by its id, in the order of the handbook. */
export const HANDBOOK_RULES: ReadonlyMap<string, HandbookRule> = new Map(
  Object.entries(RULES)
    .map(([id, rule]): [string, HandbookRule] => {
      // A finding says itself to which rule it belongs.
      const findings = KINDS.filter((kind) => FINDING_RULES[kind] === id);
      return [id, findings.length === 0 ? rule : { ...rule, findings }];
    })
    .toSorted(([id], [other]) => (id < other ? -1 : 1)),
);
