import type { Finding } from './finding.document';
import type { FindingKind } from './finding-kind';

/** One question of the auditors, as a pure function of what is known of a subject. */
export interface Question<Subject> {
  readonly kind: FindingKind;
  /**
   * All that there may be such a finding about, told from everything ever recorded of the subject: a
   * finding that does not hold any more is removed by it. Without this there is one at most.
   */
  readonly candidates?: (everRecorded: Subject) => readonly string[];
  readonly answer: (subject: Subject) => readonly Answer[];
}

export type Answer = Omit<Finding, 'kind' | 'about'> & { readonly about?: string };

/** Every finding there may be of a subject, and those that there are. */
export interface Answered {
  readonly kind: FindingKind;
  readonly about: string;
  readonly finding: Finding | undefined;
}

export function answersTo<Subject>(
  questions: readonly Question<Subject>[],
  subject: Subject,
  everRecorded: Subject,
): readonly Answered[] {
  return questions.flatMap(({ kind, candidates, answer }) => {
    const found = new Map<string, Finding>();
    for (const { about = '', ...rest } of answer(subject)) {
      found.set(about, { kind, about, ...rest });
    }
    const abouts = new Set([...(candidates?.(everRecorded) ?? ['']), ...found.keys()]);
    return [...abouts].map((about) => ({ kind, about, finding: found.get(about) }));
  });
}
