import { stringify } from 'csv-stringify/sync';
import type { CriteriaFramework } from '#vocabulary';
import type { BundleFile } from '#import';
import type { Combination } from '../support/combinations';

/** The district in August 2023, as its plan gives it. */
const PLAN = {
  committees: 16,
  grassrootsCells: 40,
  subordinateCells: 230,
  members: 4_923,
  /** Of `chi-bo-1`, and of `dang-bo-1` with all its cells. */
  ofCell: 19,
  ofCommittee: 272,
};

/**
 * On the event store's double and on the MongoDB server that the tests start, which are test instruments, every
 * organisation and a tenth of the members, but where TEST_WHOLE_DISTRICT is set; whole on everything else.
 */
export function sizeOn({ log, readModels }: Combination): typeof PLAN {
  const {
    TEST_EVENTSTORE_URL = '',
    TEST_MONGODB_SERVER = '',
    TEST_WHOLE_DISTRICT = '',
  } = process.env;
  const isOnDouble = log === 'EventStoreDB' && TEST_EVENTSTORE_URL === '';
  const isOnOwnServer = readModels === 'MongoDB' && TEST_MONGODB_SERVER !== '';
  const isWhole = TEST_WHOLE_DISTRICT !== '' || (!isOnDouble && !isOnOwnServer);
  return isWhole ? PLAN : { ...PLAN, members: 493, ofCell: 2, ofCommittee: 27 };
}

/** As reported: they do not add up, and stay as they are. */
export const REPORTED = { official: 3_904, probationary: 119, total: 4_923 };

export const CAMPAIGN = 'bon-tot-2023-2025';
export const YEAR = 2024;
const PROBATIONARY = REPORTED.probationary;
/** Every so many-th member lives under another committee than the one he or she works under. */
const LIVES_ELSEWHERE = 10;

type Size = Pick<typeof PLAN, 'members'>;
type Row = Readonly<Record<string, string | number>>;

const committees = numbered('dang-bo', PLAN.committees);
const grassrootsCells = numbered('chi-bo-co-so', PLAN.grassrootsCells);
const subordinateCells = numbered('chi-bo', PLAN.subordinateCells);
const cells = [...grassrootsCells, ...subordinateCells];

/** The folder of the district's office: its tree, its members, and everybody's pledge. */
export function districtBundle(frame: CriteriaFramework, size: Size): readonly BundleFile[] {
  return [
    { path: `frameworks/${frame.id}.json`, content: Buffer.from(JSON.stringify(frame)) },
    table('organisations', organisations()),
    table('members', members(size)),
    table('membership_totals', [{ organisation: 'huyen', on: '2023-08-01', ...REPORTED }]),
    table('campaigns', [campaign(frame)]),
    table('pilots', [{ campaign: CAMPAIGN, organisation: 'chi-bo-1', on: '2023-05-19' }]),
    table('pledges', pledges(size)),
  ];
}

function organisations(): readonly Row[] {
  const common = { type: 'village', established_on: '2015-01-01' };
  const named = (id: string) => ({ id, name: `Tổ chức ${id}`, ...common });
  return [
    { ...named('huyen'), kind: 'SUPERIOR_COMMITTEE', level: 'DISTRICT', parent: '' },
    ...committees.map((id) => ({
      ...named(id),
      kind: 'GRASSROOTS_COMMITTEE',
      level: '',
      parent: 'huyen',
    })),
    ...grassrootsCells.map((id) => ({
      ...named(id),
      kind: 'GRASSROOTS_CELL',
      level: '',
      parent: 'huyen',
    })),
    ...subordinateCells.map((id, index) => ({
      ...named(id),
      kind: 'SUBORDINATE_CELL',
      level: '',
      parent: among(committees, index),
    })),
  ];
}

function members(size: Size): readonly Row[] {
  return memberships(size).map(({ member, cell }, index) => ({
    id: member,
    organisation: cell,
    admitted_on: index < PROBATIONARY ? '2023-03-03' : '2016-05-19',
    official_on: index < PROBATIONARY ? '' : '2017-05-19',
    residence_organisation: index % LIVES_ELSEWHERE === 0 ? among(committees, index + 1) : '',
  }));
}

function campaign(frame: CriteriaFramework): Row {
  return {
    id: CAMPAIGN,
    framework: frame.id,
    framework_version: frame.version,
    root: 'huyen',
    launched_on: '2023-05-19',
    from_year: 2023,
    to_year: 2025,
    legal_basis: frame.legalBasis
      .map(({ number, date, issuer }) => `${number};${date};${issuer}`)
      .join('|'),
  };
}

function pledges(size: Size): readonly Row[] {
  const pledge = {
    campaign: CAMPAIGN,
    year: YEAR,
    registered_on: '2024-01-10',
    signed_on: '2024-01-15',
  };
  return [
    ...[...committees, ...cells].map((organisation) => ({
      ...pledge,
      organisation,
      member: '',
      items: '',
    })),
    ...memberships(size).map(({ member, cell }) => ({
      ...pledge,
      organisation: cell,
      member,
      items: 'Làm theo gương Bác: đúng giờ, gần dân',
    })),
  ];
}

function memberships({
  members: length,
}: Size): readonly { readonly member: string; readonly cell: string }[] {
  return Array.from({ length }, (_, index) => ({
    member: `m${String(index + 1).padStart(5, '0')}`,
    cell: among(cells, index),
  }));
}

function numbered(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);
}

function among(names: readonly string[], index: number): string {
  return names[index % names.length] ?? '';
}

function table(name: string, rows: readonly Row[]): BundleFile {
  return { path: `${name}.csv`, content: Buffer.from(stringify([...rows], { header: true })) };
}
