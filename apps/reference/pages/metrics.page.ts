import { GRIEVANCE_FLAGS, MEETING_LEVELS, OPERATORS, RATING_LEVELS } from '#vocabulary';
import { METRICS } from '#criteria';
import type { Metric, MetricParam, ParamNames } from '#criteria';
import { code, codes, table } from './markdown';
import type { Page } from './page';
import { pageOf } from './page';

const MEASURES: Readonly<Record<Metric['measure'], string>> = {
  SHARE: 'share of one',
  COUNT: 'number',
};

const PARAMS: Readonly<Record<MetricParam, string>> = {
  flags: `\`flags\`, of a grievance: ${codes(GRIEVANCE_FLAGS)}`,
  ratingLevel: `\`level\`, of a rating: ${codes(RATING_LEVELS)}`,
  meetingLevel: `\`level\`, of a meeting: ${codes(MEETING_LEVELS)}`,
};

/** Stand where a sentence names what a condition asks for. */
const ANY_PARAMS: ParamNames = {
  flags: { vi: 'FLAGS', en: 'FLAGS' },
  level: { vi: 'LEVEL', en: 'LEVEL' },
};

export function metricsPage(): Page {
  return pageOf(
    {
      file: 'metrics.md',
      title: 'Metrics',
      about: 'What a condition of a framework can be measured by.',
    },
    [
      `A \`HARD\` condition holds a metric against a value by one of ${codes(OPERATORS)}; a \`KNOCK_OUT\` asks that it be 0. A share is written as a part of one, and compared exactly: \`0.9\` of 30 members is 27. [docs/frameworks.md](../frameworks.md) explains how to write a condition.`,
      'A metric is an interval: all that it may still become. A condition is met when every value of the interval satisfies it, failed when none does, and pending otherwise. Where there is nobody to count, it is not applicable, which counts as met.',
      ...METRICS.map(sectionOf),
    ],
  );
}

function sectionOf({ name, measure, param, figure, open }: Metric): string {
  const { vi, en } = figure(ANY_PARAMS);
  return [
    `## \`${name}\``,
    table(
      ['', ''],
      [
        ['counts', en],
        ['đo', vi],
        ['is a', MEASURES[measure]],
        ...(param === undefined ? [] : [[code('params'), PARAMS[param]]]),
        ['while it is open', open],
      ],
    ),
  ].join('\n\n');
}
