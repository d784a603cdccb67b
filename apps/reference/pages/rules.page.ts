import { HANDBOOK_RULES } from '../rules';
import type { HandbookRule } from '../rules';
import { code, codes, table } from './markdown';
import type { Page } from './page';
import { pageOf } from './page';

/** The places in which a rule can act, in the order in which they are met in a year. */
const PLACES: Readonly<Record<Exclude<keyof HandbookRule, 'says'>, string>> = {
  metrics: 'asked for by a condition on',
  setBy: 'set by the framework in',
  national: '[national rules](regimes.md) of the day:',
  refusals: '[refused](refusals.md) as',
  findings: '[found](findings.md) as',
  deadlines: 'due by a date, in `obligations`, as',
  recorded: 'recorded by the passing of time or by a process as',
  shown: 'shown in',
};

export function rulesPage(): Page {
  return pageOf(
    {
      file: 'rules.md',
      title: 'Rules',
      about: 'The rules of the handbook, R-01 to R-34, and where each acts.',
    },
    [
      'A rule acts where a place has it as data: a framework asks for a condition or sets a number, the national rules of the day set a limit. What nobody may do is refused. What is only noticed is a finding: somebody has to look at it.',
      ...[...HANDBOOK_RULES].flatMap(([id, rule]) => [`## ${id}`, rule.says, placesOf(rule)]),
    ],
  );
}

function placesOf(rule: HandbookRule): string {
  const places = Object.keys(PLACES) as (keyof typeof PLACES)[];
  return table(
    ['where', 'what'],
    places.flatMap((place) => {
      const names = rule[place] ?? [];
      return names.length === 0 ? [] : [[PLACES[place], namesIn(place, names)]];
    }),
  );
}

function namesIn(place: keyof typeof PLACES, names: readonly string[]): string {
  if (place !== 'metrics') return codes(names);
  return names
    .map((name) => `[${code(name)}](metrics.md#${name.replaceAll('.', '').toLowerCase()})`)
    .join(', ');
}
