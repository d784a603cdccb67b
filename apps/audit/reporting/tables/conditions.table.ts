import { explain } from '#criteria';
import { toldScorecard } from '#projections';
import type { ToldScorecard } from '#projections';
import type { Language } from '#vocabulary';
import type { Gathered } from '../gather';
import type { Table } from '../report';
import { tableOf } from '../table-of';
import type { ColumnOf } from '../table-of';
import { STATUS_NAMES } from '../words';
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
    {
      key: 'good',
      label: { vi: 'Nội dung tốt', en: 'Good' },
      width: 28,
      value: ({ good }) => good.labels[language],
    },
    {
      key: 'condition',
      label: { vi: 'Mã tiêu chí', en: 'Condition' },
      width: 24,
      value: ({ condition }) => condition.id,
    },
    {
      key: 'rule',
      label: { vi: 'Quy tắc', en: 'Rule' },
      width: 12,
      value: ({ condition }) => condition.rule,
    },
    {
      key: 'status',
      label: { vi: 'Kết luận', en: 'Status' },
      width: 18,
      value: ({ condition }) => STATUS_NAMES[condition.status][language],
    },
    {
      key: 'sentence',
      label: { vi: 'Giải thích', en: 'Explanation' },
      width: 70,
      value: ({ condition, year }) => explain(condition.result, language, { year }),
    },
    {
      key: 'eventCount',
      label: { vi: 'Số sự kiện căn cứ', en: 'Number of events' },
      width: 12,
      value: ({ condition: { result } }) => result.evidence.length + (result.unlisted?.count ?? 0),
    },
    {
      key: 'events',
      label: { vi: 'Sự kiện căn cứ', en: 'Events' },
      width: 46,
      value: ({ condition }) => condition.result.evidence.map(leafLine).join('\n'),
    },
  ];
}
