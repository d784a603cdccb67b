/** Why a value of a definition is refused. Closed: clients may decide on it. */
export const PROBLEM_CODES = [
  'MISSING',
  'UNKNOWN_KEY',
  'WRONG_TYPE',
  'INVALID_VALUE',
  'OUT_OF_RANGE',
  'EMPTY',
  'DUPLICATE',
  'UNKNOWN_METRIC',
  'UNKNOWN_OPERATOR',
  'MISSING_PARAM',
  'UNKNOWN_PARAM',
  'UNKNOWN_GROUP',
  'NEEDS_MEETING_SCALE',
  'NOT_DESCENDING',
  'PERIOD_REVERSED',
  /** Of an extension only, from here on. */
  'WRONG_BASE',
  'CHANGED',
  'CHANGED_KIND',
  'REMOVED',
  'WEAKENED',
  'NEVER_APPLIES',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface FrameworkProblem {
  /** Where in the definition: `profiles[0].goods[1].conditions[2].op`; `$` is the whole of it. */
  readonly path: string;
  readonly code: ProblemCode;
  readonly message: string;
}

export type Path = readonly (string | number)[];

export function problem(path: Path, code: ProblemCode, message: string): FrameworkProblem {
  return { path: pathText(path), code, message };
}

function pathText(path: Path): string {
  const text = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? '$' : text;
}
