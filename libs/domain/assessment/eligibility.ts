import type { DecisionContext } from '../shared/context';
import type { DecisiveCondition, DecisiveScorecard } from '../shared/decisive-scorecard';
import { refusal } from '../shared/refusal';
import type { Refusal } from '../shared/refusal';
import type { Requirement } from '../shared/requirements';
import type { OpenedAssessment } from './assessment.state';

/**
 * The scorecard must say `ELIGIBLE`; nobody can override it. One refusal names everything that
 * stands against the recognition: `details.failed` and `details.pending` list the conditions,
 * `details.points` the state of the points where they do not suffice.
 */
export function requireEligible(state: OpenedAssessment, context: DecisionContext): Requirement {
  const { organisation, year } = state;
  const scorecard = context.scorecard(organisation, year);
  if (scorecard === undefined) {
    return refusal('INPUTS_MISSING', { organisation, year, conditions: [] });
  }
  switch (scorecard.outcome) {
    case 'ELIGIBLE':
      return undefined;
    case 'NOT_PLEDGED':
      return refusal('NOT_PLEDGED', { organisation, year });
    default:
      return notEligible(state, scorecard);
  }
}

function notEligible(
  { organisation, year }: OpenedAssessment,
  scorecard: DecisiveScorecard,
): Refusal {
  const conditions = scorecard.goods.flatMap((good) =>
    good.conditions.map((condition) => ({ good: good.code, ...condition })),
  );
  const failed = conditions.filter(({ status }) => status === 'FAILED');
  const pending = conditions.filter(({ status }) => status === 'PENDING');
  const points = scorecard.points?.status ?? 'MET';
  const decisive = [...failed, ...pending].find(({ kind }) => kind === 'KNOCK_OUT') ?? failed[0];
  const open = [...failed, ...pending].map(({ id }) => id);
  const refused = refusal(codeOf(scorecard, decisive), {
    organisation,
    year,
    conditions: points === 'MET' ? open : [...open, 'points'],
    details: {
      outcome: scorecard.outcome,
      failed: failed.map(named),
      pending: pending.map(named),
      ...(points === 'MET' ? {} : { points }),
    },
  });
  return decisive?.rule === undefined ? refused : { ...refused, rule: decisive.rule };
}

/** What weighs most: a knock-out, then what is lost already, then what is not known yet. */
function codeOf(
  scorecard: DecisiveScorecard,
  decisive: DecisiveCondition | undefined,
): 'KNOCK_OUT_OPEN' | 'HARD_CONDITION_FAILED' | 'INPUTS_MISSING' {
  if (decisive?.kind === 'KNOCK_OUT') return 'KNOCK_OUT_OPEN';
  return scorecard.outcome === 'NOT_ELIGIBLE' ? 'HARD_CONDITION_FAILED' : 'INPUTS_MISSING';
}

function named({ good, id, kind, rule }: DecisiveCondition & { readonly good: string }) {
  return { good, condition: id, kind, ...(rule === undefined ? {} : { rule }) };
}
