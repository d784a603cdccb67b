import { explainFinding } from '#projections';
import type { FindingDocument } from '#projections';
import type { Language } from '#vocabulary';
import type { Gathered } from '../gather';
import type { Table } from '../report';
import { tableOf } from '../table-of';
import type { ColumnOf } from '../table-of';
import { STATE_NAMES } from '../words';
import { leafLine, ORGANISATION_COLUMNS } from './shared-columns';
import type { AboutOrganisation } from './shared-columns';

interface Row extends AboutOrganisation {
  readonly finding: FindingDocument;
}

/** More are told by their number. */
const MOST_EVENTS = 200;

/** One row for each finding; those that were settled say so. */
export function findingsTable(
  { findings, nameOf }: Pick<Gathered, 'findings' | 'nameOf'>,
  language: Language,
): Table {
  const rows = findings.map((finding) => ({
    organisation: finding.organisation,
    name: nameOf(finding.organisation),
    finding,
  }));
  return tableOf({ vi: 'Phát hiện', en: 'Findings' }, columnsIn(language), rows, language);
}

function columnsIn(language: Language): readonly ColumnOf<Row>[] {
  return [
    ...ORGANISATION_COLUMNS,
    {
      key: 'month',
      label: { vi: 'Tháng', en: 'Month' },
      width: 8,
      value: ({ finding }) => finding.month,
    },
    {
      key: 'rule',
      label: { vi: 'Quy tắc', en: 'Rule' },
      width: 12,
      value: ({ finding }) => finding.rule,
    },
    {
      key: 'kind',
      label: { vi: 'Loại', en: 'Kind' },
      width: 30,
      value: ({ finding }) => finding.kind,
    },
    {
      key: 'status',
      label: { vi: 'Kết luận', en: 'Status' },
      width: 18,
      value: ({ finding }) => STATE_NAMES[finding.state][language],
    },
    {
      key: 'sentence',
      label: { vi: 'Giải thích', en: 'Explanation' },
      width: 70,
      value: ({ finding }) => explainFinding(finding, language),
    },
    {
      key: 'member',
      label: { vi: 'Mã đảng viên', en: 'Member' },
      width: 14,
      value: ({ finding }) => finding.member,
    },
    {
      key: 'case',
      label: { vi: 'Mã vụ việc', en: 'Case' },
      width: 18,
      value: ({ finding }) => finding.case,
    },
    {
      key: 'meeting',
      label: { vi: 'Mã buổi sinh hoạt', en: 'Meeting' },
      width: 18,
      value: ({ finding }) => finding.meeting,
    },
    {
      key: 'eventCount',
      label: { vi: 'Số sự kiện căn cứ', en: 'Number of events' },
      width: 12,
      value: ({ finding }) => finding.events.length,
    },
    {
      key: 'events',
      label: { vi: 'Sự kiện căn cứ', en: 'Events' },
      width: 46,
      value: ({ finding }) => finding.events.slice(0, MOST_EVENTS).map(leafLine).join('\n'),
    },
    {
      key: 'settledBy',
      label: { vi: 'Sự kiện xử lý', en: 'Settled by' },
      width: 46,
      value: ({ finding: { settledBy } }) => settledBy && leafLine(settledBy),
    },
  ];
}
