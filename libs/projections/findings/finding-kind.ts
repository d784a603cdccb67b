import type { Language } from '#vocabulary';
import { CASE_IN_YEAR_QUESTIONS, CASE_QUESTIONS, CASES_ALIKE_QUESTIONS } from './case';
import { MEETING_QUESTIONS, MEETING_RULE_QUESTIONS } from './meeting';
import { MEETINGS_QUESTIONS } from './meetings';
import { MEMBER_QUESTIONS } from './member';
import type { Figures } from './question';
import {
  RATING_AND_CASES_QUESTIONS,
  RATING_QUESTIONS,
  RATINGS_OF_MEMBER_QUESTIONS,
} from './rating';
import { STANDING_QUESTIONS } from './standing';
import { RECORD_QUESTIONS } from './record';
import { APPRAISAL_QUESTIONS, PERIOD_QUESTIONS, QUOTA_QUESTIONS, YEAR_QUESTIONS } from './year';

/** Everything an auditor asks for. */
const QUESTIONS = [
  ...CASE_QUESTIONS,
  ...CASE_IN_YEAR_QUESTIONS,
  ...CASES_ALIKE_QUESTIONS,
  ...MEETING_QUESTIONS,
  ...MEETING_RULE_QUESTIONS,
  ...MEETINGS_QUESTIONS,
  ...YEAR_QUESTIONS,
  ...APPRAISAL_QUESTIONS,
  ...PERIOD_QUESTIONS,
  ...QUOTA_QUESTIONS,
  ...MEMBER_QUESTIONS,
  ...RECORD_QUESTIONS,
  ...RATING_QUESTIONS,
  ...RATINGS_OF_MEMBER_QUESTIONS,
  ...RATING_AND_CASES_QUESTIONS,
  ...STANDING_QUESTIONS,
];

type AnyQuestion = (typeof QUESTIONS)[number];
export type FindingKind = AnyQuestion['kind'];

/** With the rule of the handbook it belongs to. */
export const FINDING_RULES = byKind(({ rule }): string | null => rule);
export const FINDING_QUESTIONS = byKind(({ asks }): string => asks);
const SENTENCES = byKind(({ sentence }) => sentence);

/** What a finding says, in one sentence for a person. */
export function explainFinding(
  { kind, figures }: { readonly kind: FindingKind; readonly figures: Figures },
  language: Language,
): string {
  return SENTENCES[kind](figures)[language];
}

function byKind<Part>(
  partOf: (question: AnyQuestion) => Part,
): Readonly<Record<FindingKind, Part>> {
  const parts = QUESTIONS.map((question) => [question.kind, partOf(question)]);
  // Every kind is that of a question.
  return Object.fromEntries(parts) as Record<FindingKind, Part>;
}
