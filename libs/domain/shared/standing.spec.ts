import type { Actor } from '#vocabulary';
import {
  admitted,
  established,
  given,
  launchedCampaign,
  on,
  publishedFrame,
  someTree,
} from '../testing';

/* `superior` above the committees `c1` (with the cells `k1` and `k2`) and `c2` (with the cell `k3`). */
const world = [
  ...someTree(),
  established('c2', 'GRASSROOTS_COMMITTEE', 'superior'),
  established('k3', 'SUBORDINATE_CELL', 'c2'),
  admitted('m00001', 'k1'),
];

const as = (role: string, organisation: string, id = `${organisation}-1`): Actor => ({
  id,
  role,
  organisation,
});
const secretary = as('SECRETARY', 'k1');
const committee = as('SUPERIOR_COMMITTEE', 'c1');
const commission = as('INSPECTION_COMMISSION', 'c1');
const operator = as('OPERATOR', 'local');

describe('A case', () => {
  const about = { case: 'v1', organisation: 'k1', member: 'm00001' } as const;
  const openedFor = (body: string | undefined, member: string | undefined = 'm00001') =>
    on('2024-03-01', {
      type: 'CaseOpened',
      data: {
        case: 'v1',
        organisation: 'k1',
        ...(member === '' ? {} : { member }),
        occurredOn: '2024-03-01',
        ...(body === undefined ? {} : { openedFor: body }),
      },
    });
  const inspectedBy = (body: string) =>
    on('2024-03-02', { type: 'InspectionOpened', data: { ...about, openedFor: body } });
  const conclude = {
    type: 'ReachConclusion',
    case: 'v1',
    confirmed: false,
    remediationRequired: false,
  } as const;

  it('is concluded by the cell that opened it itself, about its own member', () => {
    const before = [...world, openedFor('k1'), inspectedBy('k1')];
    expect(given(...before).when(conclude, { actor: secretary }).decision.kind).toBe('decided');
  });

  it.each([
    ['somebody above opened it', [openedFor('c1')]],
    ['nobody knows who opened it', [openedFor(undefined)]],
    ['a body above inspects it', [openedFor('k1'), inspectedBy('c1')]],
    ['it is about the cell', [openedFor('k1', '')]],
  ])('is not, where %s: only by a body above', (_, facts) => {
    given(...world, ...facts)
      .when(conclude, { actor: secretary })
      .thenRefused('DECIDED_BEYOND_AUTHORITY', { details: { actingFor: 'k1' } });
    expect(given(...world, ...facts).when(conclude, { actor: commission }).decision.kind).toBe(
      'decided',
    );
  });

  it('is not concluded by the member it is about, whatever office he or she holds', () => {
    const oneself = { ...commission, id: 'm00001' };
    given(...world, openedFor('c1'))
      .when(conclude, { actor: oneself })
      .thenRefused('DECIDED_BEYOND_AUTHORITY');
  });

  it('is inspected by a body above also while the cell inspects it, and by each once', () => {
    const inspect = { type: 'OpenInspection', case: 'v1' } as const;
    const before = [...world, openedFor('k1'), inspectedBy('k1')];
    given(...before)
      .when(inspect, { actor: secretary })
      .thenRefused('ALREADY_DONE');
    given(...before)
      .when(inspect, { actor: commission })
      .then({
        type: 'InspectionOpened',
        data: { ...about, openedBy: commission.id, openedFor: 'c1' },
      });
  });

  it('was noticed by an inspection only where a body above says so (R-01)', () => {
    const signal = { type: 'ReceiveSignal', case: 'v1', source: 'INSPECTION' } as const;
    given(...world, openedFor('k1'))
      .when(signal, { actor: secretary })
      .thenRefused('DECIDED_BEYOND_AUTHORITY');
    given(...world, openedFor('k1'))
      .when(signal, { actor: commission })
      .then({ type: 'SignalReceived', data: { ...about, source: 'INSPECTION' } });
  });
});

describe('A member', () => {
  const transfer = { type: 'TransferMember', member: 'm00001', from: 'k1', to: 'k3' } as const;

  it.each([secretary, as('SECRETARY', 'k3'), as('SUPERIOR_COMMITTEE', 'superior')])(
    'is transferred by the organisation left or joined, or a body above both: %j',
    (actor) => {
      expect(given(...world).when(transfer, { actor }).decision.kind).toBe('decided');
    },
  );

  it.each([as('SECRETARY', 'k2'), committee, as('SUPERIOR_COMMITTEE', 'c2')])(
    'is not transferred by others: %j',
    (actor) => {
      given(...world)
        .when(transfer, { actor })
        .thenRefused('DECIDED_BEYOND_AUTHORITY');
    },
  );
});

describe('An organisation that has ended', () => {
  const report = {
    type: 'ReportMembershipTotals',
    organisation: 'k2',
    official: 9,
    probationary: 0,
    total: 9,
  } as const;
  const merged = on('2024-05-01', {
    type: 'OrganisationMerged',
    data: { organisation: 'k2', into: 'k3', parent: 'c1' },
  });
  const effectiveAt = '2024-02-01';

  it('is where the one is that carries on', () => {
    const after = given(...world, merged);
    for (const actor of [as('SECRETARY', 'k3'), as('SUPERIOR_COMMITTEE', 'c2')]) {
      expect(after.when(report, { actor, effectiveAt }).decision.kind).toBe('decided');
    }
    for (const actor of [committee, secretary]) {
      after.when(report, { actor, effectiveAt }).thenRefused('DECIDED_BEYOND_AUTHORITY');
    }
  });

  it('is where it was last, when nobody carries on', () => {
    const dissolved = on('2024-05-01', {
      type: 'OrganisationDissolved',
      data: { organisation: 'k2', parent: 'c1' },
    });
    const outcome = given(...world, dissolved).when(report, { actor: committee, effectiveAt });
    expect(outcome.decision.kind).toBe('decided');
  });

  it('lets nobody act in it any more', () => {
    given(...world, merged)
      .when(report, { actor: as('SECRETARY', 'k2'), effectiveAt })
      .thenRefused('DECIDED_BEYOND_AUTHORITY');
  });

  it('is not merged into itself, nor into one below it', () => {
    for (const into of ['k1', 'k2']) {
      given(...world)
        .when({ type: 'MergeOrganisation', organisation: 'c1', into })
        .thenRefused('ORGANISATION_CYCLE', { field: 'into' });
    }
  });
});

describe('A role', () => {
  it('gives nothing in an organisation of a kind that has none such', () => {
    const rename = { type: 'AppointSecretary', organisation: 'k1', member: 'm00001' } as const;
    given(...world)
      .when(rename, { actor: as('SUPERIOR_COMMITTEE', 'k1') })
      .thenRefused('DECIDED_BEYOND_AUTHORITY');
    expect(given(...world).when(rename, { actor: secretary }).decision.kind).toBe('decided');
  });
});

describe('A command on behalf of another', () => {
  const report = { type: 'ReportMembershipTotals', organisation: 'k1' } as const;
  const totals = { ...report, official: 9, probationary: 0, total: 9 };
  const entered = (enteredBy: Actor, actor: Actor) =>
    given(...world).when(totals, { actor, enteredBy }).decision;

  it('is entered for somebody of the own scope who could have given it', () => {
    expect(entered(committee, secretary).kind).toBe('decided');
    expect(entered(secretary, as('SECRETARY', 'k1', 'another')).kind).toBe('decided');
  });

  it.each([
    ['somebody above', committee],
    ['somebody beside', as('SECRETARY', 'k2')],
    ['a role that could not have given it', as('AUDITOR', 'k1')],
    ['a role that there is not', as('PROCESS', 'k1')],
    ['an operator', as('OPERATOR', 'k1')],
  ])('is not entered for %s', (_, actor) => {
    expect(entered(secretary, actor)).toMatchObject({
      refusal: { code: 'ACTING_FOR_BEYOND_SCOPE', field: 'onBehalfOf' },
    });
  });

  it('needs the authority of whoever enters it, too', () => {
    const rename = { type: 'RenameOrganisation', organisation: 'k1', name: 'Chi bộ 2' } as const;
    given(...world)
      .when(rename, { actor: as('SECRETARY', 'k1', 'another'), enteredBy: committee })
      .thenRefused('DECIDED_BEYOND_AUTHORITY', { details: { actingFor: 'k1' } });
  });

  it('is entered by an operator for anybody, in a role that there is', () => {
    expect(entered(operator, as('SECRETARY', 'elsewhere')).kind).toBe('decided');
    expect(entered(operator, as('PROCESS', 'k1')).kind).toBe('refused');
  });

  it('leaves both out of what comes of it (R-34)', () => {
    const of = { organisation: 'k1', year: 2024 };
    const assessed = [
      ...world,
      on('2024-05-01', {
        type: 'AssessmentOpened',
        data: { ...of, campaign: 'campaign', framework: { id: 'frame', version: 1 } },
      }),
      on('2024-05-02', {
        type: 'SelfAssessmentSubmitted',
        data: { ...of, submittedBy: secretary.id, enteredBy: committee.id, scores: [] },
      }),
    ];
    const propose = {
      type: 'RecordAppraisal',
      ...of,
      conditions: [{ condition: 'study', result: 'MET' }],
    } as const;
    given(...assessed)
      .when(propose, { actor: committee })
      .thenRefused('PROPOSER_IS_APPROVER', { details: { handler: committee.id } });
    given(...assessed)
      .when(propose, { actor: as('STANDING_BOARD', 'c1', 'third'), enteredBy: committee })
      .thenRefused('PROPOSER_IS_APPROVER', { details: { handler: committee.id } });
  });
});

describe('A rating', () => {
  const facts = [
    ...world,
    ...publishedFrame(),
    launchedCampaign(),
    on('2024-01-15', {
      type: 'PledgeRegistered',
      data: {
        campaign: 'campaign',
        year: 2024,
        organisation: 'k1',
        framework: { id: 'frame', version: 1 },
        items: [],
      },
    }),
  ];
  const rate = (decidedBy: string) =>
    ({
      type: 'DecideMemberRating',
      organisation: 'k1',
      year: 2024,
      member: 'm00001',
      level: 'GOOD',
      decidedBy,
    }) as const;

  it('is decided by the direct superior, where the framework names nobody', () => {
    expect(given(...facts).when(rate('c1'), { actor: committee }).decision.kind).toBe('decided');
    for (const actor of [secretary, as('SUPERIOR_COMMITTEE', 'superior')]) {
      given(...facts)
        .when(rate(actor.organisation), { actor })
        .thenRefused('DECIDED_BEYOND_AUTHORITY', { field: 'decidedBy' });
    }
  });

  it('is entered by an operator as whoever above decided it', () => {
    expect(given(...facts).when(rate('superior'), { actor: operator }).decision.kind).toBe(
      'decided',
    );
  });

  it('is not decided by the member himself or herself', () => {
    given(...facts)
      .when(rate('c1'), { actor: { ...committee, id: 'm00001' } })
      .thenRefused('DECIDED_BEYOND_AUTHORITY');
  });
});
