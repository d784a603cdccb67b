import type { BundleFile } from '../reading/bundle-files';

export type Rows = readonly (readonly string[])[];
/** The tables of a bundle, header first, as texts. */
export type Ward = Readonly<Record<string, Rows>>;

const label = { vi: 'Khung mẫu', en: 'Sample frame' };

export const FRAMEWORK = {
  id: 'frame',
  version: 1,
  title: label,
  legalBasis: [{ number: '81-KH/TU', date: '2023-05-17', issuer: 'Standing board' }],
  validFrom: '2023-01-01',
  validTo: '2025-12-31',
  parameters: {
    censusDate: '12-31',
    externalSources: ['PRESS', 'CITIZEN_REPORT'],
    selfDetectedExempts: false,
    publicationDueDays: 30,
    closesAfterDays: 31,
    ratingQuota: null,
  },
  profiles: [
    {
      appliesTo: { kinds: ['SUBORDINATE_CELL'], types: ['*'] },
      goods: [
        {
          code: 'POLITICAL_TASK',
          label,
          conditions: [
            { id: 'study', kind: 'APPRAISED', label },
            {
              id: 'targets',
              kind: 'HARD',
              label,
              metric: 'targets.metShare',
              op: '>=',
              value: 1,
              rule: 'R-05',
            },
          ],
        },
      ],
    },
  ],
};

/** A small ward: a committee, its two cells, their members, and the year 2024 of both cells. */
export const WARD: Ward = {
  organisations: [
    ['id', 'kind', 'level', 'name', 'type', 'parent', 'established_on', 'dissolved_on'],
    ['superior', 'SUPERIOR_COMMITTEE', 'CITY', 'Thành ủy mẫu', 'party', '', '2000-01-01', ''],
    ['c1', 'GRASSROOTS_COMMITTEE', '', 'Đảng bộ mẫu', 'ward', 'superior', '2000-01-02', ''],
    ['k1', 'SUBORDINATE_CELL', '', 'Chi bộ "A", khóm 1', 'ward', 'c1', '2000-01-03', ''],
    ['k2', 'SUBORDINATE_CELL', '', 'Chi bộ khóm 2', 'ward', 'c1', '2000-01-04', '2025-02-01'],
  ],
  members: [
    [
      'id',
      'organisation',
      'admitted_on',
      'official_on',
      'exempted_on',
      'suspended_on',
      'residence_organisation',
    ],
    ['m00001', 'k1', '1990-02-03', '1991-02-03', '', '', ''],
    ['m00002', 'k1', '2010-05-01', '2011-05-01', '2024-04-01', '', 'k2'],
    ['m00003', 'k2', '2012-05-01', '2013-05-01', '', '2024-08-01', ''],
  ],
  transfers: [
    ['member', 'from', 'to', 'on'],
    ['m00001', 'k1', 'k2', '2024-09-01'],
  ],
  membership_totals: [
    ['organisation', 'on', 'official', 'probationary', 'total'],
    ['c1', '2024-08-01', '3', '0', '3'],
  ],
  campaigns: [
    [
      'id',
      'framework',
      'framework_version',
      'root',
      'launched_on',
      'from_year',
      'to_year',
      'legal_basis',
    ],
    ['campaign', 'frame', '1', 'superior', '2023-05-31', '2023', '2025', '81-KH/TU;2023-05-17;Ban'],
  ],
  pilots: [
    ['campaign', 'organisation', 'chosen_by', 'on'],
    ['campaign', 'k1', 'c1', '2023-06-01'],
  ],
  pledges: [
    ['campaign', 'year', 'organisation', 'member', 'registered_on', 'signed_on', 'items'],
    ['campaign', '2024', 'k1', '', '2024-01-15', '2024-01-20', 'Study|Answer every complaint'],
    ['campaign', '2024', 'k2', '', '2024-01-16', '', ''],
    ['campaign', '2024', 'k1', 'm00001', '2024-01-17', '2024-01-20', ''],
  ],
  targets: [
    [
      'organisation',
      'year',
      'code',
      'title',
      'unit',
      'assigned',
      'direction',
      'assigned_on',
      'achieved',
      'confirmed_on',
    ],
    ['k1', '2024', 'T1', 'Target 1', '%', '95.2', 'AT_LEAST', '2024-01-10', '96', '2024-12-05'],
    ['k1', '2024', 'T2', 'Target 2', '%', '10', 'AT_MOST', '2024-07-11', '12', '2024-12-06'],
    ['k2', '2024', 'T1', 'Target 1', '%', '95', 'AT_LEAST', '2024-01-12', '50', ''],
  ],
  meetings: [
    [
      'id',
      'organisation',
      'kind',
      'starts_at',
      'ends_at',
      'documents_posted_at',
      'prepared_on',
      'expected',
      'present',
      'excused',
      'unexcused',
      'special_duty',
      'superior_attended',
      'previous_resolution_reviewed',
      'minutes_adopted_on',
      'scores',
      'score_voted_on',
      'score_confirmed_by',
    ],
    meeting('k1-2024-01', 'k1', '2024-01-05', '2024-01-05'),
    meeting('k2-2024-01', 'k2', '2024-01-06', ''),
    meeting('k1-2024-07', 'k1', '2024-07-05', '2024-07-06'),
  ],
  grievances: [
    ['id', 'organisation', 'opened_on', 'flags', 'resolved_on'],
    ['g1', 'k1', '2024-02-01', 'CROWD|PROLONGED', '2024-09-01'],
  ],
  cases: [
    [
      'id',
      'organisation',
      'member',
      'occurred_on',
      'prohibited_thing',
      'concluded_on',
      'confirmed',
      'remediation_required',
      'discipline',
      'decided_by',
      'decided_on',
      'announced_on',
      'remediated_on',
    ],
    case1('2024-03-03', '14'),
  ],
  signals: [
    ['case', 'source', 'received_on'],
    ['case1', 'PRESS', '2024-07-14'],
  ],
  ratings: [
    ['year', 'organisation', 'member', 'level', 'decided_by', 'decided_on'],
    ['2024', 'k1', 'm00001', 'GOOD', 'c1', '2024-12-19'],
    ['2024', 'k1', '', 'GOOD', 'c1', '2024-12-20'],
  ],
  assessments: [
    [
      'organisation',
      'year',
      'opened_on',
      'self_submitted_on',
      'self_by',
      'voted_on',
      'votes_for',
      'votes_total',
      'appraised_on',
      'appraised_by',
    ],
    [
      'k1',
      '2024',
      '2024-12-10',
      '2024-12-12',
      'm00001',
      '2024-12-14',
      '9',
      '10',
      '2024-12-22',
      'x',
    ],
    ['k2', '2024', '2024-12-11', '2024-12-13', 'm00003', '', '', '', '2024-12-23', 'x'],
  ],
  appraisals: [
    ['organisation', 'year', 'condition', 'result', 'self_points', 'points'],
    ['k1', '2024', 'study', 'MET', '', ''],
    ['k2', '2024', 'study', 'NOT_MET', '', ''],
  ],
  closings: [
    ['organisation', 'year', 'on'],
    ['k1', '2024', '2025-01-05'],
  ],
  recognitions: [
    ['organisation', 'year', 'decision', 'number', 'decided_by', 'decided_on', 'published_on'],
    ['k2', '2024', 'REFUSED', '2-QĐ/ĐU', 'c1', '2025-01-12', ''],
  ],
};

function meeting(id: string, organisation: string, on: string, minutes: string): readonly string[] {
  const at = (time: string): string => `${on}T${time}:00+07:00`;
  const [starts, ends] = [at('19:00'), at('21:00')];
  const attendance = ['2', '2', '', '', ''];
  const after = [minutes, '', '', ''];
  return [
    id,
    organisation,
    'REGULAR',
    starts,
    ends,
    '',
    '',
    ...attendance,
    'false',
    'true',
    ...after,
  ];
}

function case1(occurredOn: string, prohibitedThing: string): readonly string[] {
  const concluded = ['2024-10-01', 'false', ''];
  const disciplined = ['', '', '', '', ''];
  return ['case1', 'k1', 'm00001', occurredOn, prohibitedThing, ...concluded, ...disciplined];
}

/** The bundle's files as an office keeps them. */
export function asFiles(ward: Ward, framework: object = FRAMEWORK): readonly BundleFile[] {
  return [
    { path: 'frameworks/frame.json', content: Buffer.from(JSON.stringify(framework)) },
    ...Object.entries(ward).map(([name, rows]) => ({
      path: `${name}.csv`,
      content: Buffer.from(asCsv(rows)),
    })),
  ];
}

export function asCsv(rows: Rows): string {
  const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  return rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

/** The ward with one table's rows (the header apart) made anew. */
export function changed(ward: Ward, table: string, change: (rows: Rows) => Rows): Ward {
  const [header = [], ...rows] = ward[table] ?? [];
  return { ...ward, [table]: [header, ...change(rows)] };
}

/** One cell of one row, counted from 1, the header apart. */
export function withCell(
  ward: Ward,
  table: string,
  row: number,
  column: string,
  value: string,
): Ward {
  const at = (ward[table]?.[0] ?? []).indexOf(column);
  return changed(ward, table, (rows) =>
    rows.map((cells, index) => (index === row - 1 ? cells.with(at, value) : cells)),
  );
}
