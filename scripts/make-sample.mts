/**
 * Writes the sample year for newcomers into `samples/ward-2024`: a synthetic ward committee with
 * six cells. Always the same files: no chance and no clock in it. Run it after changing the story.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';

const FOLDER = join(import.meta.dirname, '..', 'samples', 'ward-2024');
const FRAMEWORK = 'an-giang-long-xuyen-my-long';
const YEAR = 2024;

type Cells = Readonly<Record<string, string | number | boolean | undefined>>;

interface Cell {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly members: number;
  /** What makes this cell worth looking at. */
  readonly story?:
    'PRESS_REPORT' | 'ONE_MEMBER_COMPLETED' | 'TARGET_MISSED' | 'NOT_PLEDGED' | 'STILL_OPEN';
}

const CITY = 'city';
const WARD = 'ward';
const CELLS: readonly Cell[] = [
  { id: 'cell-1', name: 'Chi bộ khóm 1', type: 'neighbourhood', members: 9 },
  { id: 'cell-2', name: 'Chi bộ khóm 2', type: 'neighbourhood', members: 8, story: 'PRESS_REPORT' },
  {
    id: 'cell-3',
    name: 'Chi bộ trường học',
    type: 'school',
    members: 10,
    story: 'ONE_MEMBER_COMPLETED',
  },
  { id: 'cell-4', name: 'Chi bộ cơ quan', type: 'office', members: 7, story: 'TARGET_MISSED' },
  { id: 'cell-5', name: 'Chi bộ khóm 3', type: 'neighbourhood', members: 6, story: 'NOT_PLEDGED' },
  { id: 'cell-6', name: 'Chi bộ khóm 4', type: 'neighbourhood', members: 8, story: 'STILL_OPEN' },
];
const PLEDGED = CELLS.filter(({ story }) => story !== 'NOT_PLEDGED');
const ASSESSED = PLEDGED.filter(({ story }) => story !== 'STILL_OPEN');

const CELL_APPRAISALS = [
  'against-degradation',
  'hcm-study',
  'anti-corruption',
  'ideology-work',
  'inspection-supervision',
  'organisation-cadre',
  'admissions',
  'directive-10',
  'meeting-frame',
  'working-rules',
  'front-and-unions',
  'timely-handling',
  'four-personal-goods',
];
const WARD_APPRAISALS = [
  'party-building',
  'directive-10',
  'working-rules',
  'timely-handling',
  'four-personal-goods',
];

let counted = 0;
const MEMBERS = CELLS.flatMap((cell) =>
  Array.from({ length: cell.members }, (_, index) => {
    counted += 1;
    return { id: `m${String(counted).padStart(3, '0')}`, cell, index };
  }),
);

function membersOf(cell: Cell): typeof MEMBERS {
  return MEMBERS.filter((member) => member.cell === cell);
}

/** The last member of the first cell is exempted: left out of the denominator, and listed. */
function isExempted(member: (typeof MEMBERS)[number]): boolean {
  return member.cell.id === 'cell-1' && member.index === member.cell.members - 1;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function organisations(): readonly Cells[] {
  const founded = '2005-06-01';
  return [
    {
      id: CITY,
      kind: 'SUPERIOR_COMMITTEE',
      level: 'CITY',
      name: 'Thành ủy mẫu',
      type: 'party',
      established_on: founded,
    },
    {
      id: WARD,
      kind: 'GRASSROOTS_COMMITTEE',
      name: 'Đảng bộ phường mẫu',
      type: 'ward',
      parent: CITY,
      established_on: founded,
    },
    ...CELLS.map(({ id, name, type }) => ({
      id,
      kind: 'SUBORDINATE_CELL',
      name,
      type,
      parent: WARD,
      established_on: founded,
    })),
  ];
}

function members(): readonly Cells[] {
  return MEMBERS.map((member, number) => {
    const since = 1998 + (number % 24);
    return {
      id: member.id,
      organisation: member.cell.id,
      admitted_on: `${since}-05-19`,
      official_on: `${since + 1}-05-19`,
      exempted_on: isExempted(member) ? '2024-03-01' : undefined,
    };
  });
}

function pledges(): readonly Cells[] {
  const signed = { registered_on: '2024-01-10', signed_on: '2024-01-20' };
  const pledge = (organisation: string): Cells => ({
    campaign: 'four-good-2023-2025',
    year: YEAR,
    organisation,
    ...signed,
  });
  return [
    pledge(WARD),
    ...PLEDGED.map(({ id }) => pledge(id)),
    // Registered, and never signed: no pledge that counts.
    { ...pledge('cell-5'), signed_on: undefined },
    ...MEMBERS.filter((member) => PLEDGED.includes(member.cell) && !isExempted(member)).map(
      ({ id, cell }) => ({
        ...pledge(cell.id),
        member: id,
        items: 'Nêu gương trong công việc|Tham gia đủ các buổi sinh hoạt',
      }),
    ),
  ];
}

function targets(): readonly Cells[] {
  const target = (
    organisation: string,
    code: string,
    title: string,
    assigned: number,
    achieved?: number,
  ): Cells => ({
    organisation,
    year: YEAR,
    code,
    title,
    unit: '%',
    assigned,
    direction: 'AT_LEAST',
    assigned_on: '2024-01-15',
    achieved,
    confirmed_on: achieved === undefined ? undefined : '2024-12-10',
  });
  return [WARD, ...CELLS.map(({ id }) => id)].flatMap((id) => {
    const story = CELLS.find((cell) => cell.id === id)?.story;
    return [
      target(id, 'T1', 'Hộ gia đình đạt chuẩn văn hóa', 95, story === 'TARGET_MISSED' ? 91 : 97),
      target(id, 'T2', 'Đảng viên tham gia học nghị quyết', 98, 98),
      target(id, 'T3', 'Thu nộp đảng phí đúng hạn', 100, story === 'STILL_OPEN' ? undefined : 100),
    ];
  });
}

function meetings(): readonly Cells[] {
  return CELLS.flatMap((cell, cellNumber) =>
    Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => {
      const missed = cell.id === 'cell-5' && month > 8;
      if (missed) return [];
      const expected = membersOf(cell).filter((member) => !isExempted(member) || month < 3).length;
      const absent =
        (month + cellNumber) % 5 === 0 ? membersOf(cell)[month % cell.members] : undefined;
      const isCombined = month % 3 === 0;
      const day = two(3 + ((cellNumber * 2) % 7));
      const date = `${YEAR}-${two(month)}-${day}`;
      return [
        {
          id: `${cell.id}-${YEAR}-${two(month)}`,
          organisation: cell.id,
          kind: isCombined ? 'COMBINED' : 'REGULAR',
          starts_at: `${date}T19:00:00+07:00`,
          ends_at: `${date}T${isCombined ? '21:15' : '20:45'}:00+07:00`,
          documents_posted_at: `${YEAR}-${two(month)}-01T08:00:00+07:00`,
          prepared_on: `${YEAR}-${two(month)}-02`,
          expected,
          present: expected - (absent === undefined ? 0 : 1),
          excused: absent?.id,
          superior_attended: month % 4 === 0,
          previous_resolution_reviewed: month > 1,
          minutes_adopted_on: date,
          scores: `PREPARATION=${15 - (month % 3)}|ATTENDANCE=${absent === undefined ? 20 : 17}|CONDUCT=42|CLOSING=18`,
          score_voted_on: date,
          score_confirmed_by: 'delegate-1',
        },
      ];
    }),
  );
}

function ratings(): readonly Cells[] {
  const rated = MEMBERS.filter((member) => !isExempted(member)).filter(
    // Not yet rated: the cell's year is still open.
    ({ cell, index }) => cell.story !== 'STILL_OPEN' || index > 1,
  );
  return rated.map(({ id, cell, index }) => ({
    year: YEAR,
    organisation: cell.id,
    member: id,
    level:
      cell.story === 'ONE_MEMBER_COMPLETED' && index === 4
        ? 'COMPLETED'
        : index === 0
          ? 'EXCELLENT'
          : 'GOOD',
    decided_by: WARD,
    decided_on: '2024-12-15',
  }));
}

function assessments(): readonly Cells[] {
  return [WARD, ...ASSESSED.map(({ id }) => id)].map((organisation) => ({
    organisation,
    year: YEAR,
    opened_on: '2024-12-16',
    self_submitted_on: '2024-12-18',
    self_by: `${organisation}-secretary`,
    voted_on: '2024-12-19',
    votes_for: 7,
    votes_total: 7,
    appraised_on: '2024-12-26',
    appraised_by: organisation === WARD ? 'city-appraiser' : 'ward-appraiser',
  }));
}

function appraisals(): readonly Cells[] {
  const met = (organisation: string, conditions: readonly string[]): readonly Cells[] =>
    conditions.map((condition) => ({ organisation, year: YEAR, condition, result: 'MET' }));
  return [...met(WARD, WARD_APPRAISALS), ...ASSESSED.flatMap(({ id }) => met(id, CELL_APPRAISALS))];
}

function recognitions(): readonly Cells[] {
  return ASSESSED.map(({ id, story }, number) => ({
    organisation: id,
    year: YEAR,
    decision: story === undefined ? 'GRANTED' : 'REFUSED',
    number: `${number + 1}-QĐ/ĐU`,
    decided_by: WARD,
    decided_on: '2025-01-10',
    published_on: story === undefined ? '2025-01-14' : undefined,
  }));
}

function write(name: string, rows: readonly Cells[]): void {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cast = { boolean: (value: boolean): string => String(value) };
  writeFileSync(join(FOLDER, `${name}.csv`), stringify([...rows], { header: true, columns, cast }));
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(join(FOLDER, 'frameworks'), { recursive: true });
copyFileSync(
  join(FOLDER, '..', '..', 'frameworks', `${FRAMEWORK}.json`),
  join(FOLDER, 'frameworks', `${FRAMEWORK}.json`),
);
write('organisations', organisations());
write('members', members());
write('campaigns', [
  {
    id: 'four-good-2023-2025',
    framework: FRAMEWORK,
    framework_version: 1,
    root: CITY,
    launched_on: '2023-05-31',
    from_year: 2023,
    to_year: 2025,
    legal_basis: '81-KH/TU;2023-05-17;Ban Thường vụ Thành ủy mẫu',
  },
]);
write('pledges', pledges());
write('targets', targets());
write('meetings', meetings());
write('grievances', [
  {
    id: 'grievance-1',
    organisation: 'cell-2',
    opened_on: '2024-05-06',
    flags: 'PROLONGED',
    resolved_on: '2024-11-20',
  },
]);
write('cases', [
  {
    id: 'case-1',
    organisation: 'cell-2',
    member: 'm012',
    occurred_on: '2024-06-03',
    prohibited_thing: 14,
    concluded_on: '2024-08-15',
    confirmed: true,
    remediation_required: true,
    remediated_on: '2024-10-01',
  },
]);
write('signals', [
  { case: 'case-1', source: 'PRESS', received_on: '2024-06-20' },
  { case: 'case-1', source: 'SELF', received_on: '2024-06-24' },
]);
write('ratings', ratings());
write('assessments', assessments());
write('appraisals', appraisals());
write(
  'closings',
  [WARD, ...ASSESSED.map(({ id }) => id)].map((organisation) => ({
    organisation,
    year: YEAR,
    on: '2025-01-05',
  })),
);
write('recognitions', recognitions());
