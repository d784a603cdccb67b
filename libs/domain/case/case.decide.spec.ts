import { admitted, given, on, someTree } from '../testing';

const attributed = { case: 'v1', organisation: 'k1', member: 'm00001' };
const world = [...someTree(), admitted('m00001', 'k1')];
const opened = [
  ...world,
  on('2024-03-10', { type: 'CaseOpened', data: { ...attributed, occurredOn: '2024-03-03' } }),
];
const concluded = (confirmed: boolean) => [
  ...opened,
  on('2024-04-23', {
    type: 'ConclusionReached',
    data: { ...attributed, confirmed, remediationRequired: confirmed },
  }),
];
const decidedUpon = [
  ...concluded(true),
  on('2024-05-01', {
    type: 'DisciplineDecided',
    data: { ...attributed, form: 'WARNING', decidedBy: 'c1' },
  }),
];
const announced = [
  ...decidedUpon,
  on('2024-05-10', { type: 'DisciplineAnnounced', data: attributed }),
];
const closed = [...announced, on('2024-06-01', { type: 'CaseClosed', data: attributed })];
const commission = { id: 'commission', role: 'INSPECTION_COMMISSION', organisation: 'c1' };

describe('Opening a case', () => {
  const open = {
    type: 'OpenCase',
    ...attributed,
    occurredOn: '2024-03-03',
    prohibitedThing: 14,
  } as const;
  const { member: _, prohibitedThing: __, ...ofOrganisation } = open;

  it('attributes a violation to a member and to the organisation of then', () => {
    given(...world)
      .when(open)
      .then({
        type: 'CaseOpened',
        data: { ...attributed, occurredOn: '2024-03-03', prohibitedThing: 14 },
      });
  });

  it('names the organisation where the member was on the day (R-17)', () => {
    const moved = on('2024-03-03T12:00:00+07:00', {
      type: 'MemberTransferred',
      data: { member: 'm00001', from: 'k1', to: 'k2' },
    });
    for (const [organisation, occurredOn] of [
      ['k1', '2024-03-02'],
      ['k1', '2024-03-03'],
      ['k2', '2024-03-03'],
    ] as const) {
      expect(given(...world, moved).when({ ...open, organisation, occurredOn }).decision.kind).toBe(
        'decided',
      );
    }
    given(...world, moved)
      .when({ ...open, organisation: 'k2', occurredOn: '2024-03-02' })
      .thenRefused('NOT_THE_MEMBERS_ORGANISATION', { field: 'organisation' });
    given(...world, moved)
      .when({ ...open, occurredOn: '2024-03-04' })
      .thenRefused('NOT_THE_MEMBERS_ORGANISATION', { field: 'organisation' });
  });

  it('follows a member into the organisation that carries on after a merger', () => {
    const merged = on('2024-02-01', {
      type: 'OrganisationMerged',
      data: { organisation: 'k1', into: 'k2' },
    });
    expect(given(...world, merged).when({ ...open, organisation: 'k2' }).decision.kind).toBe(
      'decided',
    );
  });

  it('may concern an organisation alone', () => {
    given(...world)
      .when(ofOrganisation)
      .then({
        type: 'CaseOpened',
        data: { case: 'v1', organisation: 'k1', occurredOn: '2024-03-03' },
      });
  });

  it('happens once', () => {
    given(...opened)
      .when(open)
      .thenRefused('ALREADY_EXISTS', { field: 'case' });
  });

  it('names one of the nineteen prohibited things, and only of a member', () => {
    for (const prohibitedThing of [0, 20, 1.5]) {
      given(...world)
        .when({ ...open, prohibitedThing })
        .thenRefused('VALUE_INVALID', { field: 'prohibitedThing' });
    }
    given(...world)
      .when({ ...ofOrganisation, prohibitedThing: 3 })
      .thenRefused('VALUE_INVALID', { field: 'prohibitedThing' });
  });

  it('needs a known member, and an organisation that existed on the day', () => {
    given(...world)
      .when({ ...open, member: 'm00009' })
      .thenRefused('MEMBER_UNKNOWN');
    given(...world)
      .when({ ...open, organisation: 'k9' })
      .thenRefused('ORGANISATION_UNKNOWN');
    given(...world)
      .when({ ...open, occurredOn: '1999-12-31' })
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN');
  });

  it('reaches back to the last day of an organisation that has ended', () => {
    const ended = [
      ...world,
      on('2024-03-03T12:00:00+07:00', {
        type: 'OrganisationDissolved',
        data: { organisation: 'k1' },
      }),
    ];
    given(...ended)
      .when(ofOrganisation)
      .then({
        type: 'CaseOpened',
        data: { case: 'v1', organisation: 'k1', occurredOn: '2024-03-03' },
      });
    given(...ended)
      .when({ ...ofOrganisation, occurredOn: '2024-03-04' })
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN');
  });

  it('is refused for a day to come', () => {
    given(...world)
      .when({ ...open, occurredOn: '2024-06-16' }, { now: '2024-06-15' })
      .thenRefused('EFFECTIVE_IN_FUTURE', { field: 'occurredOn' });
  });
});

describe('A case', () => {
  const signal = { type: 'ReceiveSignal', case: 'v1', source: 'PRESS' } as const;
  const inspect = { type: 'OpenInspection', case: 'v1' } as const;
  const explain = { type: 'SubmitExplanation', case: 'v1' } as const;
  const conclude = {
    type: 'ReachConclusion',
    case: 'v1',
    confirmed: true,
    remediationRequired: true,
  } as const;

  it('is unknown before it is opened', () => {
    for (const command of [signal, inspect, explain, conclude]) {
      given(...world)
        .when(command)
        .thenRefused('NOT_RECORDED', { field: 'case' });
    }
  });

  it('takes signals at any time', () => {
    for (const before of [opened, concluded(true), closed]) {
      given(...before)
        .when(signal)
        .then({ type: 'SignalReceived', data: { ...attributed, source: 'PRESS' } });
    }
  });

  it('is inspected once and explained as often as needed, while it is open', () => {
    given(...opened)
      .when(inspect)
      .then({ type: 'InspectionOpened', data: { ...attributed, openedBy: 'clerk' } });
    given(...opened, on('2024-03-20', { type: 'InspectionOpened', data: attributed }))
      .when(inspect)
      .thenRefused('ALREADY_DONE');
    given(...opened)
      .when(explain)
      .then({ type: 'ExplanationSubmitted', data: attributed });
    for (const command of [inspect, explain]) {
      given(...closed)
        .when(command)
        .thenRefused('CASE_CLOSED');
    }
  });

  it('is concluded once, and remembers by whom', () => {
    given(...opened)
      .when(conclude, { actor: commission })
      .then({
        type: 'ConclusionReached',
        data: {
          ...attributed,
          confirmed: true,
          remediationRequired: true,
          concludedBy: 'commission',
        },
      });
    given(...concluded(false))
      .when(conclude)
      .thenRefused('CONCLUSION_ALREADY_REACHED');
  });
});

describe('Remediation', () => {
  const plan = { type: 'FileRemediationPlan', case: 'v1' } as const;
  const complete = { type: 'CompleteRemediation', case: 'v1' } as const;

  it('follows a confirmed conclusion, with a plan or without, also in a closed case', () => {
    for (const before of [concluded(true), closed]) {
      given(...before)
        .when(plan)
        .then({ type: 'RemediationPlanFiled', data: attributed });
      given(...before)
        .when(complete)
        .then({ type: 'RemediationCompleted', data: attributed });
    }
  });

  it('is refused where nothing was confirmed, and when it was completed', () => {
    for (const command of [plan, complete]) {
      given(...opened)
        .when(command)
        .thenRefused('CASE_NOT_CONFIRMED');
      given(...concluded(false))
        .when(command)
        .thenRefused('CASE_NOT_CONFIRMED');
    }
    given(...concluded(true), on('2024-05-13', { type: 'RemediationCompleted', data: attributed }))
      .when(complete)
      .thenRefused('ALREADY_DONE');
  });
});

describe('Closing a case', () => {
  const close = { type: 'CloseCase', case: 'v1' } as const;

  it('follows an announced decision, or a conclusion that confirmed nothing', () => {
    for (const before of [announced, concluded(false)]) {
      given(...before)
        .when(close)
        .then({ type: 'CaseClosed', data: attributed });
    }
  });

  it('is refused without an announced decision', () => {
    for (const before of [opened, concluded(true), decidedUpon]) {
      given(...before)
        .when(close)
        .thenRefused('NO_ANNOUNCED_DECISION');
    }
  });

  it('follows the annulment of a decision, which leaves nothing to announce', () => {
    given(
      ...decidedUpon,
      on('2024-05-02', { type: 'ComplaintFiled', data: attributed }),
      on('2024-05-20', {
        type: 'ComplaintResolved',
        data: { ...attributed, outcome: 'ANNULLED', decidedBy: 'superior' },
      }),
    )
      .when(close)
      .then({ type: 'CaseClosed', data: attributed });
  });

  describe('as the same as another case (R-18)', () => {
    const other = { ...attributed, case: 'v2' };
    const twice = [
      ...opened,
      on('2024-03-11', { type: 'CaseOpened', data: { ...other, occurredOn: '2024-03-03' } }),
    ];
    const closeAsSame = { ...close, duplicateOf: 'v2' };
    const above = { id: 'm00009', role: 'INSPECTION_COMMISSION', organisation: 'c1' };

    it('is for a body above, whatever became of it', () => {
      given(...twice)
        .when(closeAsSame, { actor: above })
        .then({ type: 'CaseClosed', data: { ...attributed, duplicateOf: 'v2' } });
      given(...twice)
        .when(closeAsSame, { actor: { id: 'm00008', role: 'SECRETARY', organisation: 'k1' } })
        .thenRefused('DECIDED_BEYOND_AUTHORITY');
    });

    it('needs another one that is about the same, and counts itself', () => {
      for (const duplicateOf of ['v1', 'v3']) {
        given(...twice)
          .when({ ...close, duplicateOf }, { actor: above })
          .thenRefused('NOT_RECORDED', { field: 'duplicateOf' });
      }
      const ofAnotherDay = on('2024-03-11', {
        type: 'CaseOpened',
        data: { ...other, occurredOn: '2024-03-02' },
      });
      given(...opened, ofAnotherDay)
        .when(closeAsSame, { actor: above })
        .thenRefused('CASES_NOT_ALIKE', { field: 'duplicateOf' });
      const closedBefore = on('2024-03-12', {
        type: 'CaseClosed',
        data: { ...other, duplicateOf: 'v1' },
      });
      given(...twice, closedBefore)
        .when(closeAsSame, { actor: above })
        .thenRefused('NOT_IN_THIS_STATE', { field: 'duplicateOf' });
    });
  });

  it('happens once', () => {
    given(...closed)
      .when(close)
      .thenRefused('CASE_CLOSED');
  });
});
