import { on } from '#domain/testing';
import { corrected, recorded } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import {
  allFindingsAfter,
  annulled,
  assessed,
  caseOpened,
  CELL,
  concluded,
  established,
  findingsAfter,
  held,
  meeting,
  organisationRated,
  rated,
  signal,
  step,
  totals,
} from './testing';

const opened = caseOpened('2024-03-01');
const secretary = { id: 'm00009', role: 'SECRETARY', organisation: 'cell' };
const by = (fact: ToRecord, actor = secretary): ToRecord => ({
  ...fact,
  circumstances: { ...fact.circumstances, actor },
});

const totalsOn = (day: number): ToRecord =>
  totals('cell', 1, 1, 2, new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));

describe('A fact in its own favour', () => {
  it.each<[string, ToRecord, object]>([
    [
      'the score of a meeting',
      on('2024-03-06', {
        type: 'MeetingScoreConfirmed',
        data: { ...meeting('2024-03-05'), scores: { ATTENDANCE: '20' }, confirmedBy: 'm00009' },
      }),
      { meeting: 'meeting-2024-03-05' },
    ],
    [
      'the result of a target',
      on('2024-12-10', {
        type: 'TargetResultConfirmed',
        data: { ...CELL, code: 't1', achieved: '12' },
      }),
      {},
    ],
    ['the rating of a member', rated('2024-12-20', 'EXCELLENT'), { member: 'm00001' }],
    [
      'that a grievance is resolved',
      on('2024-05-01', {
        type: 'GrievanceResolved',
        data: { grievance: 'g1', organisation: 'cell' },
      }),
      {},
    ],
    [
      'that a member is exempted',
      on('2024-05-01', {
        type: 'MemberExempted',
        data: { member: 'm00001', organisation: 'cell' },
      }),
      { member: 'm00001' },
    ],
    ['that a complaint is granted', by(annulled('2024-05-01')), { case: 'v1' }],
  ])('is %s', async (_, fact, named) => {
    const kind = 'FACT_OF_BENEFICIARY';
    expect(await findingsAfter(kind, by(fact))).toMatchObject([
      { organisation: 'cell', year: 2024, state: 'OPEN', figures: { facts: 1 }, ...named },
    ]);
    expect(await findingsAfter(kind, by(fact, { ...secretary, organisation: 'ward' }))).toEqual([]);
  });

  it('is found where the organisation or the person recorded it, and nobody else', async () => {
    const remedied = step('2024-05-01', 'RemediationCompleted');
    const facts = [opened, concluded('2024-04-01')];
    const kind = 'FACT_OF_BENEFICIARY';
    expect(await findingsAfter(kind, ...facts, by(remedied))).toMatchObject([
      { case: 'v1', figures: { facts: 1 }, events: [{ type: 'RemediationCompleted' }] },
    ]);
    const oneself = { id: 'm00001', role: 'INSPECTION_COMMISSION', organisation: 'committee' };
    expect(await findingsAfter(kind, ...facts, by(remedied, oneself))).toHaveLength(1);
    const committee = { ...oneself, id: 'm00008' };
    expect(await findingsAfter(kind, ...facts, by(remedied, committee))).toEqual([]);
    expect(await findingsAfter(kind, ...facts, by(signal('2024-03-02', 'PRESS')))).toEqual([]);
  });
});

describe('What the times of the log tell', () => {
  const appraised = on('2024-12-18', {
    type: 'AppraisalRecorded',
    data: {
      ...CELL,
      appraisedBy: 'committee',
      conditions: [],
    },
  });
  const at = (fact: ToRecord, recordedAt: string): ToRecord => ({
    ...fact,
    circumstances: { ...fact.circumstances, recordedAt },
  });
  const ofYear = organisationRated('2024-11-01', 'GOOD');

  it('is what was entered in the 72 hours before the appraisal', async () => {
    const kind = 'ENTERED_BEFORE_APPRAISAL';
    const assessing = [at(assessed(), '2024-12-01T00:00:00Z')];
    const appraisal = at(appraised, '2024-12-18T00:00:00Z');
    const just = at(ofYear, '2024-12-15T00:00:00Z');
    expect(await findingsAfter(kind, ...assessing, just, appraisal)).toMatchObject([
      { figures: { facts: 1 }, state: 'OPEN' },
    ]);
    const before = at(ofYear, '2024-12-14T23:59:59Z');
    expect(await findingsAfter(kind, ...assessing, before, appraisal)).toEqual([]);
  });

  it('is that also of cases, meetings, members and grievances', async () => {
    const kind = 'ENTERED_BEFORE_APPRAISAL';
    const just = [
      opened,
      concluded('2024-04-01', false),
      held('2024-03-05'),
      on('2024-12-01', { type: 'MemberExempted', data: { member: 'm1', organisation: 'cell' } }),
      on('2024-12-01', {
        type: 'MemberTransferred',
        data: { member: 'm2', from: 'cell', to: 'x' },
      }),
      on('2024-12-01', {
        type: 'GrievanceResolved',
        data: { grievance: 'g1', organisation: 'cell' },
      }),
    ].map((fact) => at(fact, '2024-12-16T00:00:00Z'));
    const elsewhere = at(established('other'), '2024-12-16T00:00:00Z');
    const appraisal = at(appraised, '2024-12-18T00:00:00Z');
    const after = at(held('2024-03-06'), '2024-12-18T01:00:00Z');
    const facts = [...just, elsewhere, appraisal];
    expect(await findingsAfter(kind, ...facts, after)).toMatchObject([{ figures: { facts: 6 } }]);
    const history = corrected(recorded(...facts), recorded(...facts)[1]) ?? [];
    expect((await allFindingsAfter(history)).filter((one) => one.kind === kind)).toMatchObject([
      { figures: { facts: 5 } },
    ]);
  });

  it('is nothing of who was given a role: that is no work of the organisation', async () => {
    const held = { subject: 'm00012', role: 'AUDITOR', organisation: 'cell' } as const;
    const granted = on('2024-12-01', {
      type: 'RoleGranted',
      data: { ...held, grant: 'g1', holdsFrom: '2024-12-01' },
    });
    const history = [
      at(assessed(), '2024-12-01T00:00:00Z'),
      at(granted, '2024-12-15T00:00:00Z'),
      at(appraised, '2024-12-18T00:00:00Z'),
    ];
    expect(await findingsAfter('ENTERED_BEFORE_APPRAISAL', ...history)).toEqual([]);
  });

  it('is what was entered just before the appraisal, however much was recorded before and since', async () => {
    const many = (from: string) => Array.from({ length: 150 }, (_, day) => at(totalsOn(day), from));
    const appraisal = at(appraised, '2024-12-18T00:00:00Z');
    const just = at(held('2024-03-05'), '2024-12-16T00:00:00Z');
    const facts = [...many('2024-10-01T00:00:00Z'), just, appraisal];
    const found = await findingsAfter('ENTERED_BEFORE_APPRAISAL', ...facts);
    expect(found).toMatchObject([{ figures: { facts: 1 } }]);
    const since = many('2025-02-01T00:00:00Z');
    expect(await findingsAfter('ENTERED_BEFORE_APPRAISAL', ...facts, ...since)).toEqual(found);
  });

  it('is what was recorded late of anything, but not what there was when the log began', async () => {
    const late = (fact: ToRecord) => at(fact, '2025-06-01T00:00:00Z');
    const exempted = on('2024-03-01', {
      type: 'MemberExempted',
      data: { member: 'm1', organisation: 'cell' },
    });
    for (const fact of [
      held('2024-03-05'),
      rated('2024-12-20', 'GOOD'),
      totalsOn(0),
      exempted,
      on('2024-12-10', {
        type: 'TargetResultConfirmed',
        data: { ...CELL, code: 't1', achieved: '12' },
      }),
      on('2024-05-01', {
        type: 'GrievanceResolved',
        data: { grievance: 'g1', organisation: 'cell' },
      }),
    ]) {
      expect(await findingsAfter('BACKDATED', late(fact))).toMatchObject([
        { organisation: 'cell', year: 2024, figures: { facts: 1 } },
      ]);
    }
    const closed = on('2025-01-31', { type: 'PeriodClosed', data: CELL });
    const admitted = on('2010-01-01', {
      type: 'MemberAdmitted',
      data: { member: 'm1', organisation: 'cell', admittedOn: '2010-01-01' },
    });
    for (const fact of [established('cell'), admitted, closed]) {
      expect(await findingsAfter('BACKDATED', late(fact))).toEqual([]);
    }
  });

  it('is what was recorded more than 30 days after it was true', async () => {
    const late = at(ofYear, '2024-12-02T00:00:00Z');
    expect(await findingsAfter('BACKDATED', late)).toMatchObject([
      { figures: { facts: 1, days: 31 } },
    ]);
    expect(await findingsAfter('BACKDATED', at(ofYear, '2024-11-30T00:00:00Z'))).toEqual([]);
  });

  it('is a year that something was recorded of after its end, and that nobody closed', async () => {
    const pledged = on('2024-01-15', {
      type: 'PledgeRegistered',
      data: {
        ...CELL,
        campaign: 'c1',
        framework: { id: 'f1', version: 1 },
        items: [],
        closesOn: '2025-01-31',
      },
    });
    const held12 = held('2024-12-05');
    const kind = 'PERIOD_NOT_CLOSED';
    expect(await findingsAfter(kind, pledged, at(held12, '2025-01-31T00:00:00Z'))).toEqual([]);
    const late = at(held12, '2025-02-01T00:00:00Z');
    expect(await findingsAfter(kind, pledged, late)).toMatchObject([
      { month: 12, figures: { dueOn: '2025-01-31' } },
    ]);
    const others = [
      rated('2024-12-20', 'GOOD'),
      appraised,
      on('2024-12-10', {
        type: 'TargetProgressReported',
        data: { ...CELL, code: 't1', achieved: '12' },
      }),
      on('2024-03-06', {
        type: 'MeetingScoreProposed',
        data: { ...meeting('2024-03-05'), scores: {} },
      }),
    ];
    for (const fact of others.map((one) => at(one, '2025-02-01T00:00:00Z'))) {
      expect(await findingsAfter(kind, pledged, fact)).toHaveLength(1);
    }
    const closed = on('2025-02-01', { type: 'PeriodClosed', data: CELL });
    expect(await findingsAfter(kind, pledged, late, closed)).toEqual([]);
  });
});

describe('A fact of a case that was corrected', () => {
  it('is found where those whom it weighs on corrected it', async () => {
    const kind = 'CORRECTED_IN_OWN_FAVOUR';
    const history = (actor?: typeof secretary) => {
      const facts = recorded(opened, by(signal('2024-03-02', 'PRESS'), actor));
      return allFindingsAfter(corrected(facts, facts[1]) ?? []);
    };
    expect((await history()).filter((one) => one.kind === kind)).toMatchObject([
      { case: 'v1', figures: { facts: 1 }, events: [{ type: 'FactCorrected' }] },
    ]);
    const committee = { ...secretary, organisation: 'committee' };
    expect((await history(committee)).filter((one) => one.kind === kind)).toEqual([]);
  });
});

describe('What weighed on an organisation and was corrected', () => {
  const kind = 'CORRECTED_IN_OWN_FAVOUR';
  const found = async (fact: ToRecord) => {
    const facts = recorded(fact);
    const all = await allFindingsAfter(corrected(facts, facts[0]) ?? []);
    return all.filter((one) => one.kind === kind);
  };
  const missed = on('2024-04-01', {
    type: 'MeetingMissed',
    data: { ...CELL, period: 'MONTH', month: 3 },
  });
  const target = on('2024-01-10', {
    type: 'TargetAssigned',
    data: {
      ...CELL,
      code: 't1',
      title: 't',
      unit: 'u',
      assigned: '10',
      direction: 'AT_LEAST',
    },
  });
  const grievance = on('2024-05-01', {
    type: 'GrievanceOpened',
    data: { grievance: 'g1', organisation: 'cell' },
  });

  it.each([
    ['a missed meeting', missed],
    ['a target', target],
    ['a grievance', grievance],
    ['the rating of a member', rated('2024-12-20', 'FAILED')],
    ['its own rating', organisationRated('2024-12-20', 'FAILED')],
  ])('is found where it was corrected by the organisation itself: %s', async (_, fact) => {
    expect(await found(by(fact))).toMatchObject([
      { organisation: 'cell', year: 2024, state: 'OPEN', figures: { facts: 1 } },
    ]);
    expect(await found(by(fact, { ...secretary, organisation: 'ward' }))).toEqual([]);
  });

  it('is not found of a meeting that was held, nor of what was in its favour', async () => {
    expect(await found(by(held('2024-03-05')))).toEqual([]);
    const resolved = { grievance: 'g1', organisation: 'cell' };
    expect(
      await found(by(on('2024-05-01', { type: 'GrievanceResolved', data: resolved }))),
    ).toEqual([]);
  });
});
