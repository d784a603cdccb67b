import { goodMetricProblems } from '../framework/coherence/metric-params';
import type { Condition, Good, GoodChange } from '#vocabulary';
import type { Path } from '../framework/problem';
import { goodStructure } from '../framework/structure';
import { structureProblems } from '../framework/structure-problems';
import { extendCondition, newCondition, sameLabel } from './extend-condition';
import type { Refusals } from './refusals';

/** A good that the base does not have; nothing when it is not complete. */
export function newGood(change: GoodChange, path: Path, refuse: Refusals): Good | undefined {
  const parsed = goodStructure.safeParse(change);
  refuse.addAll(goodMetricProblems(change, path, refuse.hasMeetingScale));
  if (parsed.success) return parsed.data;
  refuse.addAll(structureProblems(parsed.error, change, path));
  return undefined;
}

export function extendGood(base: Good, change: GoodChange, path: Path, refuse: Refusals): Good {
  if (change.label && !sameLabel(base.label, change.label)) {
    refuse.add([...path, 'label'], 'CHANGED', `good "${base.code}" must keep its label`);
  }
  const conditions = new Map<string, Condition>(base.conditions.map((known) => [known.id, known]));
  for (const [index, conditionChange] of (change.conditions ?? []).entries()) {
    const at = [...path, 'conditions', index];
    const known = conditions.get(conditionChange.id);
    const condition = known
      ? extendCondition(known, conditionChange, at, refuse)
      : newCondition(conditionChange, at, refuse);
    if (condition) conditions.set(condition.id, condition);
  }
  return { ...base, conditions: [...conditions.values()] };
}
