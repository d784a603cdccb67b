import { conditionMetricProblems } from '../framework/coherence/metric-params';
import type { Condition, Label, MetricParams, ConditionChange } from '#vocabulary';
import type { Path } from '../framework/problem';
import { conditionStructure } from '../framework/structure';
import { structureProblems } from '../framework/structure-problems';
import { isAtLeastAsStrict } from './at-least-as-strict';
import type { Refusals } from './refusals';

/** A condition that the base does not have; nothing when it is not complete. */
export function newCondition(
  change: ConditionChange,
  path: Path,
  refuse: Refusals,
): Condition | undefined {
  const parsed = conditionStructure.safeParse(change);
  refuse.addAll(conditionMetricProblems(change, path, refuse.hasMeetingScale));
  if (parsed.success) return parsed.data;
  refuse.addAll(structureProblems(parsed.error, change, path));
  return undefined;
}

/**
 * A condition of the base, filled or made stricter. Its text stays as it is, for what the superior
 * appraises is that text; only an unfilled one gets its own.
 */
export function extendCondition(
  base: Condition,
  change: ConditionChange,
  path: Path,
  refuse: Refusals,
): Condition {
  if (base.kind !== 'UNFILLED' && change.kind !== undefined && change.kind !== base.kind) {
    const message = `condition "${base.id}" must stay ${base.kind}`;
    refuse.add([...path, 'kind'], 'CHANGED_KIND', message);
    return base;
  }
  const changed = newCondition({ ...base, ...change }, path, refuse);
  if (!changed) return base;
  if (base.kind !== 'UNFILLED') refuseWeakening(base, changed, path, refuse);
  return changed;
}

function refuseWeakening(base: Condition, changed: Condition, path: Path, refuse: Refusals): void {
  const keep = (key: string, same: boolean): void => {
    if (!same) {
      refuse.add([...path, key], 'CHANGED', `condition "${base.id}" must keep its ${key}`);
    }
  };
  keep('label', sameLabel(base.label, changed.label));
  keep('rule', base.rule === undefined || base.rule === changed.rule);
  if ('metric' in base && 'metric' in changed) {
    keep('metric', base.metric === changed.metric);
    keep('params', sameParams(base.params, changed.params));
  }
  if (base.kind === 'POINTS' && changed.kind === 'POINTS') {
    keep('maxPoints', base.maxPoints === changed.maxPoints);
  }
  if (base.kind === 'HARD' && changed.kind === 'HARD' && !isAtLeastAsStrict(changed, base)) {
    const key = changed.op === base.op ? 'value' : 'op';
    const message = `condition "${base.id}" must stay as strict as ${base.op} ${base.value}`;
    refuse.add([...path, key], 'WEAKENED', message);
  }
}

export function sameLabel(a: Label, b: Label): boolean {
  return a.vi === b.vi && a.en === b.en;
}

function sameParams(a: MetricParams = {}, b: MetricParams = {}): boolean {
  const flags = ({ flags: listed = [] }: MetricParams): string =>
    [...new Set(listed)].sort().join(' ');
  return a.level === b.level && flags(a) === flags(b);
}
