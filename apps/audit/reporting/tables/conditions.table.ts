import { explain } from '#criteria';
import { toldScorecard } from '#projections';
import type { ToldScorecard } from '#projections';
import type { Language } from '#vocabulary';
import type { Gathered } from '../gather';
import type { Table } from '../report';
import { tableOf } from '../table-of';
import type { ColumnOf } from '../table-of';
import { STATUS_NAMES } from '../words';
import { column } from './columns';
import { leafLine, ORGANISATION_COLUMNS } from './shared-columns';
import type { AboutOrganisation } from './shared-columns';

type Good = ToldScorecard['goods'][number];

interface Row extends AboutOrganisation {
  readonly year: number;
  readonly good: Good;
  readonly condition: Good['conditions'][number];
}

/** One row for each condition of each scorecard, whatever became of it, with the events that decided it. */
export function conditionsTable(
  { scorecards, nameOf }: Pick<Gathered, 'scorecards' | 'nameOf'>,
  language: Language,
): Table {
  const rows = scorecards.flatMap((document): readonly Row[] => {
    const { organisation, year } = document;
    return toldScorecard(document).goods.flatMap((good) =>
      good.conditions.map((condition) => ({
        organisation,
        name: nameOf(organisation),
        year,
        good,
        condition,
      })),
    );
  });
  const title = { vi: 'Tiêu chí và căn cứ', en: 'Conditions and evidence' };
  return tableOf(title, columnsIn(language), rows, language);
}

function columnsIn(language: Language): readonly ColumnOf<Row>[] {
  return [
    ...ORGANISATION_COLUMNS,
    column('good', ({ good }) => good.labels[language]),
    column('condition', ({ condition }) => condition.id),
    column('rule', ({ condition }) => condition.rule),
    column('status', ({ condition }) => STATUS_NAMES[condition.status][language]),
    column('sentence', ({ condition, year }) => explain(condition.result, language, { year })),
    column('eventCount', ({ condition: { result } }) => eventsBehind(result)),
    column('events', ({ condition: { result } }) => result.evidence.map(leafLine).join('\n')),
  ];
}

/** Also those that the scorecard does not list. */
function eventsBehind({ evidence, unlisted }: Row['condition']['result']): number {
  return evidence.length + (unlisted?.count ?? 0);
}
