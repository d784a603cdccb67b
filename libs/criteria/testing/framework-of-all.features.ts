import fc from 'fast-check';
import type { Condition, CriteriaFramework, MetricParams } from '#vocabulary';
import { OPERATORS, GRIEVANCE_FLAGS, MEETING_LEVELS, RATING_LEVELS } from '#vocabulary';
import { METRICS } from '../metrics/registry';
import type { Metric } from '../metrics/metric';
import { PARAMETERS, framework, label, profile } from './given-facts.features';
import { POINT_MAXIMUM } from './settling.features';

function paramsOf({ param }: Metric): fc.Arbitrary<MetricParams> {
  if (param === 'flags') {
    return fc.record({ flags: fc.subarray([...GRIEVANCE_FLAGS], { minLength: 1 }) });
  }
  if (param === undefined) return fc.constant({});
  return fc.record({
    level: fc.constantFrom<string>(...(param === 'ratingLevel' ? RATING_LEVELS : MEETING_LEVELS)),
  });
}

function conditionOn(metric: Metric): fc.Arbitrary<Condition> {
  return fc
    .record({
      params: paramsOf(metric),
      op: fc.constantFrom(...OPERATORS),
      value:
        metric.measure === 'SHARE'
          ? fc.constantFrom(0, 0.25, 1 / 3, 0.5, 0.9, 1)
          : fc.integer({ min: 0, max: 6 }),
      knockOut: fc.boolean(),
    })
    .map(({ params, op, value, knockOut }) => {
      const common = { id: metric.name, label: label(metric.name), metric: metric.name, params };
      return knockOut ? { ...common, kind: 'KNOCK_OUT' } : { ...common, kind: 'HARD', op, value };
    });
}

/** A framework with a condition on every metric there is, appraised ones and points. */
export const frameworkOfAll: fc.Arbitrary<CriteriaFramework> = fc
  .record({
    measured: fc.tuple(...METRICS.map(conditionOn)),
    selfDetectedExempts: fc.boolean(),
    externalSources: fc.subarray([...PARAMETERS.externalSources], { minLength: 1 }),
    minimum: fc.nat(2 * POINT_MAXIMUM),
  })
  .map(({ measured, selfDetectedExempts, externalSources, minimum }) => {
    const others: readonly Condition[] = [
      { id: 'study', kind: 'APPRAISED', label: label('Study') },
      { id: 'points-0', kind: 'POINTS', maxPoints: POINT_MAXIMUM, label: label('Points') },
      { id: 'points-1', kind: 'POINTS', maxPoints: POINT_MAXIMUM, label: label('Points') },
    ];
    return framework({
      parameters: { ...PARAMETERS, selfDetectedExempts, externalSources },
      profiles: [
        profile({
          goods: [
            { code: 'MEASURED', label: label('Measured'), conditions: measured },
            { code: 'OTHERS', label: label('Others'), conditions: others },
          ],
          points: { minimum },
        }),
      ],
    });
  });
