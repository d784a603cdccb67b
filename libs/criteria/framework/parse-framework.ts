import { duplicateProblems } from './coherence/duplicates';
import { fieldsOf } from './coherence/loose';
import { meetingScaleProblems } from './coherence/meeting-scale';
import { metricProblems } from './coherence/metric-params';
import { periodProblems } from './coherence/period';
import type { CriteriaFramework } from '#vocabulary';
import type { FrameworkProblem } from './problem';
import { frameworkStructure } from './structure';
import { structureProblems } from './structure-problems';

export type FrameworkParsing =
  | { readonly ok: true; readonly framework: CriteriaFramework }
  | { readonly ok: false; readonly problems: readonly FrameworkProblem[] };

/**
 * A complete definition (criteria.md, section 1) as a framework, or every problem of it at once, each
 * with the path of the offending value. Absent parameters take their defaults: census date `12-31`,
 * external sources press and citizens, no exemption by self-detection, no publication limit,
 * closing after 31 days, no quota.
 *
 * A definition that `extends` another gives only what it changes, and is for `resolveExtension`; a
 * resolved one is complete and parses here.
 */
export function parseFramework(definition: unknown): FrameworkParsing {
  const parsed = frameworkStructure.safeParse(definition);
  const { profiles, meetingScale } = fieldsOf(definition);
  const problems = [
    ...(parsed.success ? [] : structureProblems(parsed.error, definition)),
    ...periodProblems(definition),
    ...duplicateProblems(profiles),
    ...metricProblems(profiles, meetingScale !== undefined),
    ...meetingScaleProblems(meetingScale),
  ];
  return parsed.success && problems.length === 0
    ? { ok: true, framework: parsed.data }
    : { ok: false, problems };
}
