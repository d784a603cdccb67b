import { FLAGS, MEETING_LEVEL_NAMES, RATINGS } from '#vocabulary';
import type { Label, MetricParams } from '#vocabulary';
import type { ParamNames } from './metric';

/** No level of a rating is called like a level of a meeting. */
const LEVELS: Readonly<Record<string, Label>> = { ...RATINGS, ...MEETING_LEVEL_NAMES };
const GRIEVANCE_FLAGS: Readonly<Record<string, Label>> = FLAGS;

/** What people call the levels and flags that a condition names. */
export function paramNames({ level = '', flags = [] }: MetricParams): ParamNames {
  const flagNames = flags.map((flag) => GRIEVANCE_FLAGS[flag] ?? { vi: flag, en: flag });
  return {
    level: LEVELS[level] ?? { vi: level, en: level },
    flags: {
      vi: flagNames.map(({ vi }) => vi).join(', '),
      en: flagNames.map(({ en }) => en).join(', '),
    },
  };
}
