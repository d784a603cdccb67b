import { DISCIPLINE_RULES } from './discipline.rules';
import type { HandbookRule } from './handbook-rule';
import { MEETING_RULES } from './meeting.rules';
import { PROGRAMME_RULES } from './programme.rules';
import { RATING_RULES } from './rating.rules';
import { RECOGNITION_RULES } from './recognition.rules';

export type { HandbookRule } from './handbook-rule';

/** Every rule by its id, in the order of the handbook. */
export const HANDBOOK_RULES: ReadonlyMap<string, HandbookRule> = new Map(
  Object.entries<HandbookRule>({
    ...PROGRAMME_RULES,
    ...MEETING_RULES,
    ...RATING_RULES,
    ...DISCIPLINE_RULES,
    ...RECOGNITION_RULES,
  }).toSorted(([one], [other]) => (one < other ? -1 : 1)),
);
