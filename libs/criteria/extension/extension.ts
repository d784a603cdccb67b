import type { CriteriaFramework } from '#vocabulary';
import type { FrameworkProblem } from '../framework/problem';

export type ExtensionResolution =
  | { readonly ok: true; readonly framework: CriteriaFramework }
  | { readonly ok: false; readonly problems: readonly FrameworkProblem[] };
