import { chance } from './chance';
import type { Cell, District } from './district';
import { APPRAISED, TARGETS } from './vocabulary';

export type Row = Readonly<Record<string, string | number | boolean>>;

/** The rows of every table of the import, as an office would have kept them. */
export function rowsOf(district: District): Readonly<Record<string, readonly Row[]>> {
  const years = district.years.flatMap((year) =>
    district.cells.map((cell, index) => ({ cell, year, index })),
  );
  const each = (rows: (cell: Cell, year: number, index: number) => readonly Row[]) =>
    years.flatMap(({ cell, year, index }) => rows(cell, year, index));
  return {
    organisations: organisations(district),
    campaigns: [campaign(district)],
    members: district.cells.flatMap(members),
    pledges: each((cell, year) => pledges(district, cell, year)),
    targets: each(targets),
    meetings: each(meetings),
    grievances: each(grievances),
    ratings: each(ratings),
    assessments: each(assessment),
    appraisals: each(appraisals),
    closings: each((cell, year) => [{ organisation: cell.id, year, on: `${year + 1}-01-05` }]),
    recognitions: each(recognition),
  };
}

function organisations({ id, wards, cells }: District): readonly Row[] {
  const since = { established_on: '2005-06-01' };
  return [
    {
      id,
      kind: 'SUPERIOR_COMMITTEE',
      level: 'DISTRICT',
      name: 'Huyện ủy mẫu',
      type: 'party',
      parent: '',
      ...since,
    },
    ...wards.map((ward) => ({
      id: ward,
      kind: 'GRASSROOTS_COMMITTEE',
      level: '',
      name: 'Đảng bộ phường mẫu',
      type: 'ward',
      parent: id,
      ...since,
    })),
    ...cells.map((cell) => ({
      id: cell.id,
      kind: 'SUBORDINATE_CELL',
      level: '',
      name: cell.name,
      type: 'neighbourhood',
      parent: cell.ward,
      ...since,
    })),
  ];
}

function campaign({ id, campaign: name }: District): Row {
  return {
    id: name,
    framework: 'an-giang-long-xuyen-my-long',
    framework_version: 1,
    root: id,
    launched_on: '2023-05-31',
    from_year: 2023,
    to_year: 2025,
    legal_basis: '81-KH/TU;2023-05-17;Ban Thường vụ Thành ủy mẫu',
  };
}

function members({ id, members: ids }: Cell): readonly Row[] {
  return ids.map((member, index) => ({
    id: member,
    organisation: id,
    admitted_on: `${2006 + (index % 10)}-05-19`,
    official_on: `${2007 + (index % 10)}-05-19`,
  }));
}

function pledges({ campaign: name }: District, cell: Cell, year: number): readonly Row[] {
  const common = {
    campaign: name,
    year,
    organisation: cell.id,
    registered_on: `${year}-06-10`,
    signed_on: `${year}-06-20`,
  };
  const items = 'Nêu gương trong công việc|Tham gia đủ các buổi sinh hoạt';
  return [
    { ...common, member: '', items: '' },
    ...cell.members.map((member) => ({ ...common, member, items })),
  ];
}

function targets(cell: Cell, year: number, index: number): readonly Row[] {
  return TARGETS.map(([title, assigned], place) => ({
    organisation: cell.id,
    year,
    code: `T${place + 1}`,
    title,
    unit: '%',
    assigned,
    direction: 'AT_LEAST',
    assigned_on: `${year}-01-15`,
    achieved: isWeak(index) && place === 0 ? assigned - 2 : assigned + 1,
    confirmed_on: `${year}-12-10`,
  }));
}

function meetings(cell: Cell, year: number, index: number): readonly Row[] {
  const draw = chance(year * 10_000 + index);
  return Array.from({ length: 12 }, (_, month) => {
    const day = `${year}-${String(month + 1).padStart(2, '0')}`;
    const absent = cell.members[draw(cell.members.length * 2)];
    const expected = cell.members.length;
    return {
      id: `${cell.id}-${day}`,
      organisation: cell.id,
      kind: 'REGULAR',
      starts_at: `${day}-03T19:00:00+07:00`,
      ends_at: `${day}-03T20:45:00+07:00`,
      documents_posted_at: `${day}-01T08:00:00+07:00`,
      prepared_on: `${day}-02`,
      expected,
      present: absent === undefined ? expected : expected - 1,
      excused: absent ?? '',
      superior_attended: month % 6 === 0,
      previous_resolution_reviewed: month > 0,
      minutes_adopted_on: `${day}-03`,
      scores: `PREPARATION=${12 + draw(3)}|ATTENDANCE=${absent === undefined ? 20 : 17}|CONDUCT=42|CLOSING=18`,
      score_voted_on: `${day}-03`,
      score_confirmed_by: `${cell.ward}-delegate`,
    };
  });
}

function grievances(cell: Cell, year: number, index: number): readonly Row[] {
  if (index % 7 !== 3) return [];
  return [
    {
      id: `${cell.id}-${year}-grievance`,
      organisation: cell.id,
      opened_on: `${year}-05-06`,
      flags: 'PROLONGED',
      resolved_on: `${year}-11-20`,
    },
  ];
}

function ratings(cell: Cell, year: number): readonly Row[] {
  return cell.members.map((member, index) => ({
    year,
    organisation: cell.id,
    member,
    level: index % 6 === 0 ? 'EXCELLENT' : 'GOOD',
    decided_by: cell.ward,
    decided_on: `${year}-12-15`,
  }));
}

function assessment(cell: Cell, year: number): readonly Row[] {
  return [
    {
      organisation: cell.id,
      year,
      opened_on: `${year}-12-16`,
      self_submitted_on: `${year}-12-18`,
      self_by: `${cell.id}-secretary`,
      voted_on: `${year}-12-19`,
      votes_for: 7,
      votes_total: 7,
      appraised_on: `${year}-12-26`,
      appraised_by: `${cell.ward}-appraiser`,
    },
  ];
}

function appraisals(cell: Cell, year: number): readonly Row[] {
  return APPRAISED.map((condition) => ({ organisation: cell.id, year, condition, result: 'MET' }));
}

function recognition(cell: Cell, year: number, index: number): readonly Row[] {
  return [
    {
      organisation: cell.id,
      year,
      decision: isWeak(index) ? 'REFUSED' : 'GRANTED',
      number: `${index + 1}-QĐ/ĐU`,
      decided_by: cell.ward,
      decided_on: `${year + 1}-01-10`,
      published_on: isWeak(index) ? '' : `${year + 1}-01-14`,
    },
  ];
}

/** Every fifth cell misses a target. */
function isWeak(index: number): boolean {
  return index % 5 === 4;
}
