import type { LocalDate } from '#vocabulary';
import { on } from '#domain/testing';
import { corrected, recorded, rolledUp } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import { FINDINGS, findingsProjection } from '.';
import type { FindingDocument } from '.';
import { allFindingsAfter, established, findingsAfter, held } from './testing';

const tree = [
  established('committee', undefined, 'GRASSROOTS_COMMITTEE'),
  established('cell', 'committee'),
  established('other', 'committee'),
];

function admitted(member: string, organisation = 'cell'): ToRecord {
  const data = { member, organisation, admittedOn: '2021-01-01' };
  return on('2021-01-01', { type: 'MemberAdmitted', data });
}

function transferred(date: LocalDate, member: string, from: string, to: string): ToRecord {
  return on(date, { type: 'MemberTransferred', data: { member, from, to } });
}

const dissolved = on('2024-06-30', {
  type: 'OrganisationDissolved',
  data: { organisation: 'cell', parent: 'committee' },
});
const split = on('2024-06-30', {
  type: 'OrganisationSplit',
  data: { organisation: 'cell', into: ['other'] },
});
const merged = on('2024-06-30', {
  type: 'OrganisationMerged',
  data: { organisation: 'cell', into: 'other', parent: 'committee' },
});

describe('A member whose organisation is no more', () => {
  const kind = 'MEMBER_WITHOUT_ORGANISATION';
  const facts = [...tree, admitted('m1'), admitted('m2')];

  it('is found when it was dissolved, until transferred', async () => {
    expect(await findingsAfter(kind, ...facts)).toEqual([]);
    expect(await findingsAfter(kind, ...facts, dissolved)).toMatchObject([
      {
        organisation: 'cell',
        year: 2024,
        month: 6,
        member: 'm1',
        figures: { organisation: 'cell', endedOn: '2024-06-30', split: false },
        events: [{ type: 'OrganisationDissolved' }],
      },
      { member: 'm2' },
    ]);
    const gone = transferred('2024-07-05', 'm1', 'cell', 'other');
    expect(await findingsAfter(kind, ...facts, dissolved, gone)).toMatchObject([{ member: 'm2' }]);
    const left = on('2024-07-05', {
      type: 'MemberLeft',
      data: { member: 'm2', organisation: 'cell', cause: 'LEFT' },
    });
    expect(await findingsAfter(kind, ...facts, dissolved, gone, left)).toEqual([]);
  });

  it('is found when it was split and nobody decided where he or she goes', async () => {
    const gone = transferred('2024-06-30', 'm1', 'cell', 'other');
    const later = transferred('2024-09-01', 'm3', 'other', 'cell');
    const all = [...facts, admitted('m3', 'other'), split, gone, later];
    expect(await findingsAfter(kind, ...all)).toMatchObject([
      { member: 'm2', figures: { split: true }, events: [{ type: 'OrganisationSplit' }] },
    ]);
  });

  it('is not found when it was merged, but when the one that carries on ends', async () => {
    expect(await findingsAfter(kind, ...facts, merged)).toEqual([]);
    const end = on('2025-03-01', {
      type: 'OrganisationDissolved',
      data: { organisation: 'other', parent: 'committee' },
    });
    expect(await findingsAfter(kind, ...facts, merged, end)).toMatchObject([
      { organisation: 'other', year: 2025, member: 'm1' },
      { organisation: 'other', year: 2025, member: 'm2' },
    ]);
  });

  it('is settled by the correction of what ended it', async () => {
    const history = recorded(...facts, split);
    const all = await allFindingsAfter(corrected(history, history.at(-1)) ?? []);
    expect(all.filter((one) => one.kind === kind)).toMatchObject([
      { state: 'SETTLED', settledBy: { type: 'FactCorrected' } },
      { state: 'SETTLED' },
    ]);
  });
});

describe('Attendance that others were expected at than the members of that day', () => {
  const kind = 'ATTENDANCE_IMPLAUSIBLE';
  const facts = [...tree, admitted('m1'), admitted('m2'), admitted('m3')];
  const expecting = (expected: number, specialDuty: readonly string[] = []) =>
    held('2024-03-05', { attendance: { expected, present: expected, specialDuty } });

  it('is found, too few as well as too many', async () => {
    expect(await findingsAfter(kind, ...facts, expecting(3))).toEqual([]);
    for (const expected of [2, 4]) {
      expect(await findingsAfter(kind, ...facts, expecting(expected))).toMatchObject([
        { meeting: 'meeting-2024-03-05', figures: { expected, registered: 3, members: expected } },
      ]);
    }
  });

  it('leaves out who was exempted, on special duty, gone or not there yet', async () => {
    const exempted = on('2024-01-10', {
      type: 'MemberExempted',
      data: { member: 'm1', organisation: 'cell' },
    });
    const gone = transferred('2024-02-01', 'm2', 'cell', 'other');
    const came = transferred('2024-04-01', 'm4', 'other', 'cell');
    const all = [...facts, admitted('m4', 'other'), exempted, gone, came];
    expect(await findingsAfter(kind, ...all, expecting(1))).toEqual([]);
    expect(await findingsAfter(kind, ...all, expecting(3))).toHaveLength(1);
    const many = Array.from({ length: 7 }, (_, index) => admitted(`m1${index}`));
    expect(await findingsAfter(kind, ...facts, ...many, expecting(8, ['m1', 'm2']))).toEqual([]);
  });

  it('is told by what is known now, whenever it was recorded', async () => {
    const gone = transferred('2024-02-01', 'm2', 'cell', 'other');
    expect(await findingsAfter(kind, ...facts, expecting(3), gone)).toMatchObject([
      { figures: { registered: 2 } },
    ]);
    expect(await findingsAfter(kind, ...tree, expecting(3))).toEqual([]);
    expect(await findingsAfter(kind, expecting(3), ...facts, admitted('m4'))).toHaveLength(1);
  });

  it('is told again where a member had come by a transfer that a late fact does not name', async () => {
    const came = transferred('2024-02-01', 'm4', 'other', 'cell');
    const before = recorded(...facts, admitted('m4', 'other'), came, expecting(4));
    const late = on('2024-01-10', {
      type: 'MemberExempted',
      data: { member: 'm4', organisation: 'other' },
    });
    const after = recorded(...facts, admitted('m4', 'other'), came, expecting(4), late);
    const inTwo = [before, after.slice(before.length)];
    const found = await rolledUp<FindingDocument>(findingsProjection, FINDINGS, inTwo);
    expect(found.filter((one) => one.kind === kind)).toMatchObject([
      { figures: { registered: 3 } },
    ]);
  });

  it('counts the members of one that was merged into it from that day on', async () => {
    const own = [...tree, admitted('m1', 'other'), admitted('m2', 'other'), admitted('m3')];
    const into = on('2024-02-01', {
      type: 'OrganisationMerged',
      data: { organisation: 'other', into: 'cell', parent: 'committee' },
    });
    expect(await findingsAfter(kind, ...own, expecting(3))).toHaveLength(1);
    expect(await findingsAfter(kind, ...own, into, expecting(3))).toEqual([]);
    expect(await findingsAfter(kind, ...own, expecting(3), into)).toEqual([]);
  });
});
