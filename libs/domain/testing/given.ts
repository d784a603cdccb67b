import assert from 'node:assert/strict';
import type { DecisiveScorecard } from '../shared/decisive-scorecard';
import type { DomainCommand, DomainEvent } from '../registry';
import { startOfDay } from '#vocabulary';
import type { CriteriaRules } from '../shared/context';
import type { Decision } from '../shared/decision';
import type { Decided, Effective } from '../shared/event';
import type { Refusal, RefusalCode } from '../shared/refusal';
import type { Actor, Instant, LocalDate } from '#vocabulary';
import { noCriteria } from './criteria';
import { decideOn } from './world';

/** Whatever a spec does not say of a decision. */
export const SOME_ACTOR: Actor = { id: 'clerk', role: 'OPERATOR', organisation: 'superior' };
const NOW: Instant = '2030-01-01T00:00:00+07:00';
const EFFECTIVE_AT: Instant = startOfDay('2024-06-15');

interface When {
  readonly effectiveAt?: LocalDate | Instant;
  readonly actor?: Actor;
  readonly enteredBy?: Actor;
  readonly now?: LocalDate | Instant;
  readonly reason?: string;
}

interface Beside {
  readonly criteria?: CriteriaRules;
  readonly scorecard?: DecisiveScorecard;
}

/** A fact that was true from a date (its start in Vietnam) or an instant on. */
export function on(since: LocalDate | Instant, fact: DomainEvent): Effective<DomainEvent> {
  return { ...fact, effectiveAt: instantOf(since) };
}

/**
 * The spec of a decider: `given(facts of any streams).when(command).then(facts)` or
 * `.thenRefused(code, what else is said)`. Facts come in the order recorded.
 */
export function given(...facts: readonly Effective<DomainEvent>[]): Given {
  return new Given(facts, {});
}

class Given {
  constructor(
    private readonly facts: readonly Effective<DomainEvent>[],
    private readonly beside: Beside,
  ) {}

  /** What the criteria say, and how the scorecards asked for look. */
  with(beside: Beside): Given {
    return new Given(this.facts, { ...this.beside, ...beside });
  }

  when(command: DomainCommand, when: When = {}): Outcome {
    return new Outcome(
      decideOn(this.facts, command, {
        criteria: noCriteria,
        ...this.beside,
        now: instantOf(when.now ?? NOW),
        effectiveAt: instantOf(when.effectiveAt ?? EFFECTIVE_AT),
        actor: when.actor ?? SOME_ACTOR,
        ...(when.enteredBy === undefined ? {} : { enteredBy: when.enteredBy }),
        ...(when.reason === undefined ? {} : { reason: when.reason }),
      }),
    );
  }
}

class Outcome {
  constructor(readonly decision: Decision<DomainEvent>) {}

  /** Exactly these facts are to be recorded, in this order. */
  then(...facts: readonly Decided<DomainEvent>[]): void {
    assert.deepStrictEqual(this.decision, { kind: 'decided', facts });
  }

  /** Refused with this code; of what else is said, only what is given here is compared. */
  thenRefused(
    code: RefusalCode,
    about: Pick<Partial<Refusal>, 'rule' | 'field' | 'details'> = {},
  ): void {
    assert.partialDeepStrictEqual(this.decision, { kind: 'refused', refusal: { code, ...about } });
  }
}

function instantOf(date: string): Instant {
  return date.length === 10 ? startOfDay(date) : date;
}
