import type { CaseId, MeetingId, MemberId, Sentence } from '#vocabulary';
import type { EventRef } from '#projection-engine';
import type { Run } from './subjects/runs';

/** What a finding says, for machines: numbers, and words of the vocabulary. */
export type Figures = Readonly<Record<string, number | string | boolean | null>>;

/** All there is to one question of the auditors: what it asks, and its answer as a pure function of what is known. */
export interface Question<Subject, Kind extends string = string> {
  readonly kind: Kind;
  /** Of the handbook, where it has one. */
  readonly rule: string | null;
  /** For the manual, in words. */
  readonly asks: string;
  /**
   * All that there may be such a finding about, told from everything ever recorded of the subject: a
   * finding that does not hold any more is removed by it. Without this there is one at most.
   */
  readonly candidates?: (everRecorded: Subject) => readonly string[];
  readonly answer: (subject: Subject) => readonly Answer[];
  /** What such a finding says, for a person. */
  readonly sentence: (figures: Figures) => Sentence;
}

/** Something an auditor asks for and that is so, with the events behind it. */
export interface Answer {
  /** Tells findings of one kind about one subject apart: a member, a month. Absent where there is one. */
  readonly about?: string;
  readonly member?: MemberId;
  readonly case?: CaseId;
  readonly meeting?: MeetingId;
  readonly figures: Figures;
  readonly events: readonly EventRef[];
  /** What took it away again, where the finding is about a decision that stands no more. */
  readonly settledBy?: EventRef;
  /** Of the year; where it is not said, that of the first event. */
  readonly month?: number;
  /** That all the events are of; given where only both ends of it are among them. */
  readonly run?: Run;
}

/** A finding that there may be of a subject, and what there is. */
export interface Answered<Kind extends string> {
  readonly kind: Kind;
  readonly rule: string | null;
  readonly about: string;
  readonly answer: Answer | undefined;
}

/** What was corrected counts only for what there may have been a finding about. */
export function answersTo<Subject, Kind extends string>(
  questions: readonly Question<Subject, Kind>[],
  subject: Subject,
  everRecorded: Subject = subject,
): readonly Answered<Kind>[] {
  return questions.flatMap(({ kind, rule, candidates, answer }) => {
    const found = new Map(answer(subject).map((one) => [one.about ?? '', one]));
    const abouts = new Set([...(candidates?.(everRecorded) ?? ['']), ...found.keys()]);
    return [...abouts].map((about) => ({ kind, rule, about, answer: found.get(about) }));
  });
}
