import type { ConditionNote, ConditionResult } from '../evaluation/scorecard';
import type { Operator } from '#vocabulary';

/** What a language needs to explain a condition: sentences end with a full stop, phrases do not. */
export interface Wording {
  readonly requirements: Readonly<Record<Operator, (threshold: string) => string>>;
  /** `== 0` of something counted. */
  readonly none: string;
  readonly decimalSeparator: ',' | '.';
  readonly percent: string;
  /** The condition's label and rule are put after it. */
  readonly verdicts: Readonly<Record<ConditionResult['status'], string>>;
  readonly measured: (figure: string, year: number, actual: string, requirement: string) => string;
  /** Why an interval that is not settled decides already, or does not yet. */
  readonly whileOpen: Readonly<Record<'MET' | 'FAILED' | 'PENDING', string>>;
  readonly notApplicable: string;
  readonly appraised: Readonly<Record<'MET' | 'FAILED' | 'PENDING', string>>;
  readonly pointsGiven: (points: string, maximum: string) => string;
  readonly pointsAwaited: (maximum: string) => string;
  readonly selfPoints: (points: string) => string;
  readonly unfilled: string;
  readonly notes: Readonly<Record<ConditionNote, string>>;
}
