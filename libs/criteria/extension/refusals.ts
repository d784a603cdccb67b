import { problem } from '../framework/problem';
import type { FrameworkProblem, Path, ProblemCode } from '../framework/problem';

/** Gathers all that an extension may not do, so that its author sees everything at once. */
export interface Refusals {
  /** Of the base or of the extension: metrics of meeting levels need one. */
  readonly hasMeetingScale: boolean;
  readonly problems: readonly FrameworkProblem[];
  add(path: Path, code: ProblemCode, message: string): void;
  addAll(problems: readonly FrameworkProblem[]): void;
}

export function refusals(hasMeetingScale: boolean): Refusals {
  const problems: FrameworkProblem[] = [];
  return {
    hasMeetingScale,
    problems,
    add: (path, code, message) => {
      problems.push(problem(path, code, message));
    },
    addAll: (found) => {
      problems.push(...found);
    },
  };
}
