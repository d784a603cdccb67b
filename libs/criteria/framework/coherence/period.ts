import { problem } from '../problem';
import type { FrameworkProblem } from '../problem';
import { fieldsOf } from './loose';

export function periodProblems(definition: unknown): readonly FrameworkProblem[] {
  const { validFrom, validTo } = fieldsOf(definition);
  return typeof validFrom === 'string' && typeof validTo === 'string' && validTo < validFrom
    ? [problem(['validTo'], 'PERIOD_REVERSED', `must not be before validFrom, ${validFrom}`)]
    : [];
}
