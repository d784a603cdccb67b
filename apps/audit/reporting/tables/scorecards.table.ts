import { explain } from '#criteria';
import { toldScorecard } from '#projections';
import type { ScorecardDocument, ToldScorecard } from '#projections';
import { RATINGS } from '#vocabulary';
import type { Language, RatingLevel } from '#vocabulary';
import type { Gathered } from '../gather';
import type { Table } from '../report';
import { tableOf } from '../table-of';
import type { ColumnOf } from '../table-of';
import { OUTCOME_NAMES, RECOGNITION_NAMES, STATUS_NAMES } from '../words';
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
  return [
    ...ORGANISATION_COLUMNS,
    {
      key: 'framework',
      label: { vi: 'Khung tiêu chí', en: 'Framework' },
      width: 24,
      value: ({ told: { framework } }) => framework && `${framework.id} ${framework.version}`,
    },
    {
      key: 'status',
      label: { vi: 'Kết luận', en: 'Status' },
      width: 18,
      value: ({ told }) => OUTCOME_NAMES[told.outcome][language],
    },
    {
      key: 'recognition',
      label: { vi: 'Công nhận', en: 'Recognition' },
      width: 18,
      value: ({ document: { recognition } }) =>
        recognition && RECOGNITION_NAMES[recognition.state][language],
    },
    {
      key: 'goods',
      label: { vi: 'Các nội dung tốt', en: 'Goods' },
      width: 34,
      value: ({ told }) =>
        lines(
          told.goods.map(
            ({ labels, status }) => `${labels[language]}: ${STATUS_NAMES[status][language]}`,
          ),
        ),
    },
    {
      key: 'rule',
      label: { vi: 'Quy tắc', en: 'Rule' },
      width: 12,
      value: ({ told }) => told.failedRules.join(', '),
    },
    {
      key: 'sentence',
      label: { vi: 'Giải thích', en: 'Explanation' },
      width: 70,
      value: ({ told }) => lines(failedIn(told).map((one) => explain(one, language, told))),
    },
    count('members', { vi: 'Đảng viên', en: 'Members' }, ({ members }) => members.total),
    count(
      'rateable',
      { vi: 'Thuộc diện xếp loại', en: 'Rateable' },
      (told) => told.members.rateable,
    ),
    count('rated', { vi: 'Đã xếp loại', en: 'Rated' }, ({ members }) => members.rated),
    ...(['EXCELLENT', 'GOOD', 'COMPLETED', 'FAILED'] as const).map(levelColumn),
    count('children', { vi: 'Tổ chức trực thuộc', en: 'Children' }, (told) => told.children?.total),
    count(
      'childrenRecognised',
      { vi: 'Trực thuộc đã công nhận', en: 'Children recognised' },
      (told) => told.children?.recognised,
    ),
    points(
      'selfPoints',
      { vi: 'Điểm tự chấm', en: 'Own points' },
      language,
      (told) => told.selfPoints,
    ),
    points(
      'appraisalPoints',
      { vi: 'Điểm cấp trên chấm', en: 'Appraised points' },
      language,
      (told) => told.appraisalPoints,
    ),
    points('maxPoints', { vi: 'Điểm tối đa', en: 'Maximum' }, language, (told) => told.maxPoints),
  ];
}

function failedIn({ goods }: ToldScorecard) {
  return goods
    .flatMap(({ conditions }) => conditions)
    .filter(({ status }) => status === 'FAILED')
    .map(({ result }) => result);
}

function levelColumn(level: RatingLevel): ColumnOf<Row> {
  const { vi, en } = RATINGS[level];
  const label = { vi: `Xếp loại ${vi}`, en: `Rated ${en}` };
  return count(`rated${level}`, label, ({ members }) => members.byLevel[level]);
}

function count(
  key: string,
  label: ColumnOf<Row>['label'],
  value: (told: ToldScorecard) => number | undefined,
): ColumnOf<Row> {
  return { key, label, width: 12, value: ({ told }) => value(told) };
}

/** Exact decimals: a spreadsheet would round them as numbers. */
function points(
  key: string,
  label: ColumnOf<Row>['label'],
  language: Language,
  value: (told: ToldScorecard) => string | undefined,
): ColumnOf<Row> {
  return {
    key,
    label,
    width: 12,
    value: ({ told }) => {
      const exact = value(told);
      return language === 'vi' ? exact?.replace('.', ',') : exact;
    },
  };
}

function lines(texts: readonly string[]): string {
  return texts.join('\n');
}
