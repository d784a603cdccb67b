import fc from 'fast-check';
import type { DecisiveScorecard } from '../shared/decisive-scorecard';
import type { DomainCommand, DomainEvent } from '../registry';
import { startOfDay } from '#vocabulary';
import type { CriteriaRules } from '../shared/context';
import type { Effective } from '../shared/event';
import type { Actor, Instant } from '#vocabulary';
import { arbitraryCommand } from './arbitrary-commands';
import { someFramework } from './frameworks';
import { someHistory } from './history';
import { decideOn } from './world';
import type { Circumstances } from './world';

/** A command with all that the answer to it depends on, but for the facts. */
export interface Attempt {
  readonly command: DomainCommand;
  readonly circumstances: Circumstances;
}

const ACTORS: readonly Actor[] = ['m00001', 'm00002', 'clerk'].map((id) => ({
  id,
  role: 'OPERATOR',
  organisation: 'c1',
}));

/** The framework of the sample, whatever is drafted: what else the rules say has specs of its own. */
const acceptingCriteria: CriteriaRules = {
  parse: (definition) => ({
    ok: true,
    framework: someFramework(typeof definition === 'object' ? { ...definition } : {}),
  }),
  extend: (base, { id, version }) => ({ ok: true, framework: { ...base, id, version } }),
  unfilled: () => [],
};

const eligible: DecisiveScorecard = {
  outcome: 'ELIGIBLE',
  goods: [],
  members: { byLevel: { EXCELLENT: 0, GOOD: 0, COMPLETED: 0, FAILED: 0 } },
};

/** Commands of these types, at different times and by different people. */
export function arbitraryAttempts(
  types: readonly DomainCommand['type'][],
  maxLength: number,
): fc.Arbitrary<readonly Attempt[]> {
  const attempt = fc
    .record({
      command: arbitraryCommand(types),
      effectiveAt: fc.constantFrom(
        ...['2024-03-01', '2024-03-02', '2024-12-20', '2025-01-05', '2026-01-05'].map(startOfDay),
      ),
      actor: fc.constantFrom(...ACTORS),
    })
    .map(({ command, effectiveAt, actor }) => ({
      command,
      circumstances: circumstances(effectiveAt, actor),
    }));
  return fc.array(attempt, { minLength: 1, maxLength, size: 'max' });
}

function circumstances(effectiveAt: Instant, actor: Actor): Circumstances {
  const now = startOfDay('2030-01-01');
  const reason = 'The facts that came later';
  return { now, effectiveAt, actor, reason, criteria: acceptingCriteria, scorecard: eligible };
}

/** What each attempt led to, one after the other: refused ones leave nothing behind. */
export function course(attempts: readonly Attempt[]): readonly Step[] {
  const steps: Step[] = [];
  let facts = someHistory();
  for (const attempt of attempts) {
    const decision = decideOn(facts, attempt.command, attempt.circumstances);
    const { effectiveAt } = attempt.circumstances;
    const recorded =
      decision.kind === 'decided' ? decision.facts.map((fact) => ({ effectiveAt, ...fact })) : [];
    steps.push({ attempt, facts, recorded });
    facts = [...facts, ...recorded];
  }
  return steps;
}

export interface Step {
  readonly attempt: Attempt;
  /** Everything recorded before. */
  readonly facts: readonly Effective<DomainEvent>[];
  /** What the attempt added. */
  readonly recorded: readonly Effective<DomainEvent>[];
}
