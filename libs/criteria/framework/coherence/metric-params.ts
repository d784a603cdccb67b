import { MEETING_LEVELS, RATING_LEVELS, assertNever } from '#vocabulary';
import { metricOf } from '../../metrics/registry';
import type { Metric } from '../../metrics/metric';
import { problem } from '../problem';
import type { FrameworkProblem, Path } from '../problem';
import { fieldsOf, itemsOf } from './loose';

/** Whether every condition's metric is given what it takes, nothing else, and the scale it needs. */
export function metricProblems(
  profiles: unknown,
  hasMeetingScale: boolean,
): readonly FrameworkProblem[] {
  return itemsOf(profiles).flatMap((profile, index) =>
    profileMetricProblems(profile, ['profiles', index], hasMeetingScale),
  );
}

export function profileMetricProblems(
  profile: unknown,
  path: Path,
  hasMeetingScale: boolean,
): readonly FrameworkProblem[] {
  return itemsOf(fieldsOf(profile).goods).flatMap((good, index) =>
    goodMetricProblems(good, [...path, 'goods', index], hasMeetingScale),
  );
}

export function goodMetricProblems(
  good: unknown,
  path: Path,
  hasMeetingScale: boolean,
): readonly FrameworkProblem[] {
  return itemsOf(fieldsOf(good).conditions).flatMap((condition, index) =>
    conditionMetricProblems(condition, [...path, 'conditions', index], hasMeetingScale),
  );
}

export function conditionMetricProblems(
  condition: unknown,
  path: Path,
  hasMeetingScale: boolean,
): readonly FrameworkProblem[] {
  const { metric: name, params } = fieldsOf(condition);
  const metric = typeof name === 'string' ? metricOf(name) : undefined;
  if (!metric) return [];
  const wanted = wantedKey(metric);
  const given = fieldsOf(params);
  const unwanted = ['flags', 'level']
    .filter((key) => key !== wanted && Object.hasOwn(given, key))
    .map((key) =>
      problem([...path, 'params', key], 'UNKNOWN_PARAM', `${metric.name} takes no ${key}`),
    );
  return [...unwanted, ...wantedProblems(metric, given, path, hasMeetingScale)];
}

function wantedKey({ param }: Metric): 'flags' | 'level' | undefined {
  if (param === undefined) return undefined;
  return param === 'flags' ? 'flags' : 'level';
}

function wantedProblems(
  metric: Metric,
  given: Readonly<Record<string, unknown>>,
  path: Path,
  hasMeetingScale: boolean,
): readonly FrameworkProblem[] {
  switch (metric.param) {
    case undefined:
      return [];
    case 'flags':
      return given.flags === undefined ? [missing(metric, path, 'flags')] : [];
    case 'ratingLevel':
      return levelProblems(metric, given.level, path, RATING_LEVELS);
    case 'meetingLevel':
      return [
        ...levelProblems(metric, given.level, path, MEETING_LEVELS),
        ...(hasMeetingScale
          ? []
          : [
              problem(
                [...path, 'metric'],
                'NEEDS_MEETING_SCALE',
                `${metric.name} needs a meetingScale, which says what level a score is`,
              ),
            ]),
      ];
    default:
      return assertNever(metric.param);
  }
}

function missing(metric: Metric, path: Path, key: string): FrameworkProblem {
  return problem([...path, 'params', key], 'MISSING_PARAM', `${metric.name} needs ${key}`);
}

function levelProblems(
  metric: Metric,
  level: unknown,
  path: Path,
  levels: readonly string[],
): readonly FrameworkProblem[] {
  if (level === undefined) return [missing(metric, path, 'level')];
  if (typeof level !== 'string' || levels.includes(level)) return [];
  const message = `${metric.name} takes one of ${levels.join(', ')}`;
  return [problem([...path, 'params', 'level'], 'INVALID_VALUE', message)];
}
