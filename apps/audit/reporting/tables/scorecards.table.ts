import { explain } from '#criteria';
import { toldScorecard } from '#projections';
import type { ScorecardDocument, ToldScorecard } from '#projections';
import { RATING_LEVELS } from '#vocabulary';
import type { Language } from '#vocabulary';
import type { Gathered } from '../gather';
import type { Table } from '../report';
import { tableOf } from '../table-of';
import type { ColumnOf } from '../table-of';
import { OUTCOME_NAMES, RECOGNITION_NAMES, STATUS_NAMES } from '../words';
import { column } from './columns';
import { ORGANISATION_COLUMNS } from './shared-columns';
import type { AboutOrganisation } from './shared-columns';

interface Row extends AboutOrganisation {
  readonly document: ScorecardDocument;
  readonly told: ToldScorecard;
}

/** One row for each organisation. */
export function scorecardsTable(
  { scorecards, nameOf }: Pick<Gathered, 'scorecards' | 'nameOf'>,
  language: Language,
): Table {
  const rows = scorecards.map((document) => ({
    organisation: document.organisation,
    name: nameOf(document.organisation),
    document,
    told: toldScorecard(document),
  }));
  return tableOf({ vi: 'Bảng điểm', en: 'Scorecards' }, columnsIn(language), rows, language);
}

function columnsIn(language: Language): readonly ColumnOf<Row>[] {
  /** Exact decimals: as numbers, a spreadsheet would round them. */
  const decimal = (exact: string | undefined) =>
    language === 'vi' ? exact?.replace('.', ',') : exact;
  return [
    ...ORGANISATION_COLUMNS,
    column(
      'framework',
      ({ told: { framework } }) => framework && `${framework.id} ${framework.version}`,
    ),
    column('status', ({ told }) => OUTCOME_NAMES[told.outcome][language]),
    column(
      'recognition',
      ({ document: { recognition } }) =>
        recognition && RECOGNITION_NAMES[recognition.state][language],
    ),
    column('goods', ({ told }) => lines(told.goods.map((good) => goodIn(language, good)))),
    column('rule', ({ told }) => told.failedRules.join(', ')),
    column('sentence', ({ told }) =>
      lines(failedIn(told).map((failed) => explain(failed, language, told))),
    ),
    column('members', ({ told }) => told.members.total),
    column('rateable', ({ told }) => told.members.rateable),
    column('rated', ({ told }) => told.members.rated),
    ...RATING_LEVELS.map((level) => column<Row>(level, ({ told }) => told.members.byLevel[level])),
    column('children', ({ told }) => told.children?.total),
    column('childrenRecognised', ({ told }) => told.children?.recognised),
    column('selfPoints', ({ told }) => decimal(told.selfPoints)),
    column('appraisalPoints', ({ told }) => decimal(told.appraisalPoints)),
    column('maxPoints', ({ told }) => decimal(told.maxPoints)),
  ];
}

function goodIn(language: Language, { labels, status }: ToldScorecard['goods'][number]): string {
  return `${labels[language]}: ${STATUS_NAMES[status][language]}`;
}

function failedIn({ goods }: ToldScorecard) {
  return goods
    .flatMap(({ conditions }) => conditions)
    .filter(({ status }) => status === 'FAILED')
    .map(({ result }) => result);
}

function lines(texts: readonly string[]): string {
  return texts.join('\n');
}
