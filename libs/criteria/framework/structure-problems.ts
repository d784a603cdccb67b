import type { z } from 'zod';
import { PROBLEM_CODES, problem } from './problem';
import type { FrameworkProblem, Path, ProblemCode } from './problem';

type Issue = z.core.$ZodIssue;

/** Every problem that a structure found, below the path at which the value stands in the definition. */
export function structureProblems(
  { issues }: z.ZodError,
  value: unknown,
  at: Path = [],
): readonly FrameworkProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => problem([...at, ...path, key], 'UNKNOWN_KEY', 'unknown key'));
    }
    const code = codeOf(issue, valueAt(value, path) === undefined);
    const message = code === 'MISSING' ? 'is required' : messageOf(issue);
    return [problem([...at, ...path], code, message)];
  });
}

function codeOf(issue: Issue, absent: boolean): ProblemCode {
  if (absent) return 'MISSING';
  switch (issue.code) {
    case 'invalid_type':
      return 'WRONG_TYPE';
    case 'too_small':
      return issue.origin === 'array' ? 'EMPTY' : 'OUT_OF_RANGE';
    case 'too_big':
      return 'OUT_OF_RANGE';
    case 'custom':
      return PROBLEM_CODES.find((code) => code === issue.params?.code) ?? 'INVALID_VALUE';
    default:
      return issue.path.at(-1) === 'op' ? 'UNKNOWN_OPERATOR' : 'INVALID_VALUE';
  }
}

function messageOf(issue: Issue): string {
  return issue.code === 'too_small' && issue.origin === 'array'
    ? 'must not be empty'
    : issue.message.replace(/^Invalid input: /, '');
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined,
    value,
  );
}
