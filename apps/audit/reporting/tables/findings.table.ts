import { explainFinding } from '#projections';
import type { FindingDocument } from '#projections';
import type { Language } from '#vocabulary';
import type { Gathered } from '../gather';
import type { Table } from '../report';
import { tableOf } from '../table-of';
import type { ColumnOf } from '../table-of';
import { STATE_NAMES } from '../words';
import { column } from './columns';
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
    column('month', ({ finding }) => finding.month),
    column('rule', ({ finding }) => finding.rule),
    column('kind', ({ finding }) => finding.kind),
    column('status', ({ finding }) => STATE_NAMES[finding.state][language]),
    column('sentence', ({ finding }) => explainFinding(finding, language)),
    column('member', ({ finding }) => finding.member),
    column('case', ({ finding }) => finding.case),
    column('meeting', ({ finding }) => finding.meeting),
    column('eventCount', ({ finding }) => finding.events.length),
    column('events', ({ finding: { events } }) =>
      events.slice(0, MOST_EVENTS).map(leafLine).join('\n'),
    ),
    column('settledBy', ({ finding: { settledBy } }) => settledBy && leafLine(settledBy)),
  ];
}
