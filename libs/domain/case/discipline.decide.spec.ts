import { admitted, given, madeOfficial, on, someTree } from '../testing';
import type { DisciplineForm } from '#vocabulary';

const ofMember = { case: 'v1', organisation: 'k1', member: 'm00001' };
const ofOrganisation = { case: 'v1', organisation: 'k1' };
const world = [...someTree(), admitted('m00001', 'k1'), madeOfficial('m00001', 'k1')];
const concluded = (of: typeof ofOrganisation, confirmed = true) => [
  on('2024-03-10', { type: 'CaseOpened', data: { ...of, occurredOn: '2024-03-03' } }),
  on('2024-04-23', {
    type: 'ConclusionReached',
    data: { ...of, confirmed, remediationRequired: false, concludedBy: 'inspector' },
  }),
];
const confirmed = [...world, ...concluded(ofMember)];
const warned = [
  ...confirmed,
  on('2024-05-01', {
    type: 'DisciplineDecided',
    data: { ...ofMember, form: 'WARNING', decidedBy: 'c1', signedBy: 'chairman' },
  }),
];
const announced = [...warned, on('2024-05-31', { type: 'DisciplineAnnounced', data: ofMember })];
const contested = [...announced, on('2024-06-05', { type: 'ComplaintFiled', data: ofMember })];
const resolved = (outcome: 'UPHELD' | 'ANNULLED') => [
  ...contested,
  on('2024-06-20', {
    type: 'ComplaintResolved',
    data: { ...ofMember, outcome, decidedBy: 'superior', signedBy: 'arbiter' },
  }),
];

const clerk = { id: 'clerk', role: 'OPERATOR', organisation: 'c1' };
const decide = {
  type: 'DecideDiscipline',
  case: 'v1',
  form: 'WARNING',
  decidedBy: 'c1',
} as const;
const propose = { type: 'ProposeDiscipline', case: 'v1', form: 'WARNING' } as const;

describe('Deciding a discipline', () => {
  it('follows a confirmed conclusion, and remembers who signed', () => {
    given(...confirmed)
      .when(propose)
      .then({
        type: 'DisciplineProposed',
        data: { ...ofMember, form: 'WARNING', proposedBy: 'clerk' },
      });
    given(...confirmed)
      .when(decide, { actor: clerk })
      .then({
        type: 'DisciplineDecided',
        data: {
          ...ofMember,
          form: 'WARNING',
          decidedBy: 'c1',
          signedBy: 'clerk',
          announceBy: '2024-06-30',
        },
      });
  });

  it('is to be announced within 15 days, or 10 when a cell decides itself', () => {
    const by = { REPRIMAND: 'k1', REMOVAL: 'c1' } as const;
    const due = { REPRIMAND: '2024-06-25', REMOVAL: '2024-06-30' } as const;
    for (const form of ['REPRIMAND', 'REMOVAL'] as const) {
      given(...confirmed)
        .when({ ...decide, form, decidedBy: by[form] }, { actor: clerk })
        .then({
          type: 'DisciplineDecided',
          data: {
            ...ofMember,
            form,
            decidedBy: by[form],
            signedBy: 'clerk',
            announceBy: due[form],
          },
        });
    }
  });

  it('is refused where nothing was confirmed', () => {
    for (const command of [propose, decide]) {
      given(...world, ...concluded(ofMember, false))
        .when(command)
        .thenRefused('CASE_NOT_CONFIRMED');
    }
  });

  it('knows other forms for members than for organisations', () => {
    const formsOf = (of: typeof ofOrganisation, form: DisciplineForm) =>
      given(...world, ...concluded(of)).when({ ...propose, form });
    formsOf(ofMember, 'DISSOLUTION').thenRefused('DISCIPLINE_UNSUITABLE', { field: 'form' });
    formsOf(ofOrganisation, 'REMOVAL').thenRefused('DISCIPLINE_UNSUITABLE');
    formsOf(ofOrganisation, 'EXPULSION').thenRefused('DISCIPLINE_UNSUITABLE');
    formsOf(ofOrganisation, 'DISSOLUTION').then({
      type: 'DisciplineProposed',
      data: { ...ofOrganisation, form: 'DISSOLUTION', proposedBy: 'clerk' },
    });
  });

  it('goes no further than a warning for a probationary member', () => {
    const probationary = [...someTree(), admitted('m00001', 'k1'), ...concluded(ofMember)];
    for (const form of ['REMOVAL', 'EXPULSION'] as const) {
      given(...probationary)
        .when({ ...decide, form })
        .thenRefused('DISCIPLINE_OF_PROBATIONARY_MEMBER', { rule: 'R-32' });
    }
    given(...probationary)
      .when({ ...propose, form: 'WARNING' })
      .then({
        type: 'DisciplineProposed',
        data: { ...ofMember, form: 'WARNING', proposedBy: 'clerk' },
      });
  });

  it('is for a superior body; a cell decides the lesser forms for its own members', () => {
    given(...confirmed)
      .when({ ...decide, decidedBy: 'k1' }, { actor: clerk })
      .then({
        type: 'DisciplineDecided',
        data: {
          ...ofMember,
          form: 'WARNING',
          decidedBy: 'k1',
          signedBy: 'clerk',
          announceBy: '2024-06-25',
        },
      });
    given(...confirmed)
      .when({ ...decide, form: 'EXPULSION', decidedBy: 'k1' })
      .thenRefused('DECIDED_BEYOND_AUTHORITY', { field: 'decidedBy' });
    given(...confirmed)
      .when({ ...decide, decidedBy: 'k2' })
      .thenRefused('DECIDED_BEYOND_AUTHORITY');
    given(...world, ...concluded(ofOrganisation))
      .when({ ...decide, decidedBy: 'k1' })
      .thenRefused('DECIDED_BEYOND_AUTHORITY');
  });

  it('is also for those above the organisation where the member is now', () => {
    given(
      ...confirmed,
      on('2024-05-01', {
        type: 'MemberTransferred',
        data: { member: 'm00001', from: 'k1', to: 'k2' },
      }),
    )
      .when({ ...decide, decidedBy: 'k2' }, { actor: clerk })
      .then({
        type: 'DisciplineDecided',
        data: {
          ...ofMember,
          form: 'WARNING',
          decidedBy: 'k2',
          signedBy: 'clerk',
          announceBy: '2024-06-25',
        },
      });
  });

  it('is entered for them by who sees the case: it stays with the organisation of then', () => {
    const moved = on('2024-05-01', {
      type: 'MemberTransferred',
      data: { member: 'm00001', from: 'k1', to: 'k2' },
    });
    const board = { id: 'm00009', role: 'STANDING_BOARD', organisation: 'k2' } as const;
    given(...confirmed, moved)
      .when({ ...decide, decidedBy: 'k2' }, { actor: board })
      .thenRefused('NOT_RECORDED', { field: 'case' });
  });

  it('is refused a second time without a complaint', () => {
    for (const before of [warned, announced, resolved('UPHELD')]) {
      given(...before)
        .when(decide)
        .thenRefused('DISCIPLINE_ALREADY_DECIDED');
      given(...before)
        .when(propose)
        .thenRefused('DISCIPLINE_ALREADY_DECIDED');
    }
  });

  it('may come again after an annulment', () => {
    given(...resolved('ANNULLED'))
      .when(decide, { actor: clerk, effectiveAt: '2024-06-20' })
      .then({
        type: 'DisciplineDecided',
        data: {
          ...ofMember,
          form: 'WARNING',
          decidedBy: 'c1',
          signedBy: 'clerk',
          announceBy: '2024-07-05',
        },
      });
  });

  it('answers a pending complaint, and so is not for whoever handled the case', () => {
    given(...contested)
      .when({ ...decide, form: 'REPRIMAND', decidedBy: 'superior' }, { actor: clerk })
      .then({
        type: 'DisciplineDecided',
        data: {
          ...ofMember,
          form: 'REPRIMAND',
          decidedBy: 'superior',
          signedBy: 'clerk',
          announceBy: '2024-06-30',
        },
      });
    given(...contested)
      .when(decide, { actor: clerk })
      .thenRefused('PROPOSER_IS_APPROVER', { rule: 'R-34', field: 'decidedBy' });
  });
});

describe('Announcing a discipline', () => {
  const announce = { type: 'AnnounceDiscipline', case: 'v1' } as const;

  it('follows the decision, once', () => {
    given(...warned)
      .when(announce)
      .then({ type: 'DisciplineAnnounced', data: { ...ofMember, endsOn: '2025-06-15' } });
    given(...confirmed)
      .when(announce)
      .thenRefused('DISCIPLINE_NOT_DECIDED');
    given(...announced)
      .when(announce)
      .thenRefused('ALREADY_DONE');
  });
});

describe('A complaint', () => {
  const file = { type: 'FileComplaint', case: 'v1' } as const;
  const resolve = {
    type: 'ResolveComplaint',
    case: 'v1',
    outcome: 'UPHELD',
    decidedBy: 'superior',
  } as const;
  const answer = { ...ofMember, decidedBy: 'superior', signedBy: 'clerk' };

  it('is filed within a month of the announcement', () => {
    given(...announced)
      .when(file, { effectiveAt: '2024-06-30T23:00:00+07:00' })
      .then({ type: 'ComplaintFiled', data: ofMember });
    given(...announced)
      .when(file, { effectiveAt: '2024-07-01' })
      .thenRefused('COMPLAINT_TOO_LATE', { rule: 'R-22', details: { until: '2024-06-30' } });
  });

  it('is filed within a month of the decision while that is not announced', () => {
    given(...warned)
      .when(file, { effectiveAt: '2024-06-01' })
      .then({ type: 'ComplaintFiled', data: ofMember });
    given(...warned)
      .when(file, { effectiveAt: '2024-06-02' })
      .thenRefused('COMPLAINT_TOO_LATE');
  });

  it('is filed against a decision, one at a time', () => {
    given(...confirmed)
      .when(file)
      .thenRefused('DISCIPLINE_NOT_DECIDED');
    given(...contested)
      .when(file)
      .thenRefused('COMPLAINT_PENDING');
    given(...resolved('ANNULLED'))
      .when(file)
      .thenRefused('DISCIPLINE_NOT_DECIDED');
  });

  it('may be followed by another about the answer', () => {
    given(...resolved('UPHELD'))
      .when(file, { effectiveAt: '2024-07-20' })
      .then({ type: 'ComplaintFiled', data: ofMember });
  });

  it('is answered: upheld, changed or annulled', () => {
    given(...contested)
      .when(resolve, { actor: clerk })
      .then({
        type: 'ComplaintResolved',
        data: { ...answer, outcome: 'UPHELD', form: 'WARNING' },
      });
    given(...contested)
      .when({ ...resolve, outcome: 'CHANGED', form: 'REPRIMAND' }, { actor: clerk })
      .then({
        type: 'ComplaintResolved',
        data: { ...answer, outcome: 'CHANGED', form: 'REPRIMAND', announceBy: '2024-06-30' },
      });
    given(...contested)
      .when({ ...resolve, outcome: 'ANNULLED', violationStands: true }, { actor: clerk })
      .then({
        type: 'ComplaintResolved',
        data: { ...answer, outcome: 'ANNULLED', violationStands: true },
      });
  });

  it('when it changes the discipline, has the change announced anew', () => {
    const changed = on('2024-06-20', {
      type: 'ComplaintResolved',
      data: { ...answer, outcome: 'CHANGED', form: 'REPRIMAND', announceBy: '2024-07-05' },
    });
    given(...contested, changed)
      .when({ type: 'AnnounceDiscipline', case: 'v1' }, { effectiveAt: '2024-07-01' })
      .then({ type: 'DisciplineAnnounced', data: { ...ofMember, endsOn: '2025-07-01' } });
    given(...resolved('UPHELD'))
      .when({ type: 'AnnounceDiscipline', case: 'v1' })
      .thenRefused('ALREADY_DONE');
  });

  it('says of an annulled discipline whether there was a violation all the same (R-28)', () => {
    for (const said of [
      { outcome: 'ANNULLED' },
      { outcome: 'UPHELD', violationStands: true },
    ] as const) {
      given(...contested)
        .when({ ...resolve, ...said })
        .thenRefused('VALUE_INVALID', { field: 'violationStands' });
    }
  });

  it('that there was no violation leaves nothing to discipline or to remedy', () => {
    const cleared = on('2024-06-20', {
      type: 'ComplaintResolved',
      data: { ...answer, outcome: 'ANNULLED', violationStands: false },
    });
    for (const command of [decide, { type: 'FileRemediationPlan', case: 'v1' } as const]) {
      given(...contested, cleared)
        .when(command)
        .thenRefused('CASE_NOT_CONFIRMED');
    }
    given(...contested, cleared)
      .when({ type: 'CloseCase', case: 'v1' })
      .then({ type: 'CaseClosed', data: ofMember });
  });

  it('is answered with a form that fits the answer and the member', () => {
    const forms = [
      { outcome: 'CHANGED' },
      { outcome: 'CHANGED', form: 'WARNING' },
      { outcome: 'UPHELD', form: 'REPRIMAND' },
      { outcome: 'ANNULLED', form: 'WARNING' },
    ] as const;
    for (const form of forms) {
      given(...contested)
        .when({ ...resolve, ...form })
        .thenRefused('VALUE_INVALID', { field: 'form' });
    }
    given(...contested)
      .when({ ...resolve, outcome: 'CHANGED', form: 'DISSOLUTION' })
      .thenRefused('DISCIPLINE_UNSUITABLE');
  });

  it('is answered once', () => {
    given(...announced)
      .when(resolve)
      .thenRefused('COMPLAINT_MISSING');
    given(...resolved('UPHELD'))
      .when(resolve)
      .thenRefused('COMPLAINT_MISSING');
    given(...confirmed)
      .when(resolve)
      .thenRefused('DISCIPLINE_NOT_DECIDED');
  });

  it('is answered by nobody who handled the case', () => {
    const prepared = [
      on('2024-04-01', { type: 'InspectionOpened', data: { ...ofMember, openedBy: 'opener' } }),
      on('2024-04-25', {
        type: 'DisciplineProposed',
        data: { ...ofMember, form: 'WARNING', proposedBy: 'proposer' },
      }),
    ];
    for (const id of ['inspector', 'chairman', 'opener', 'proposer']) {
      given(...contested, ...prepared)
        .when(resolve, { actor: { ...clerk, id } })
        .thenRefused('PROPOSER_IS_APPROVER', { rule: 'R-34' });
    }
    given(...contested)
      .when({ ...resolve, decidedBy: 'c1' })
      .thenRefused('PROPOSER_IS_APPROVER', { field: 'decidedBy' });
    given(...resolved('UPHELD'), on('2024-07-01', { type: 'ComplaintFiled', data: ofMember }))
      .when({ ...resolve, decidedBy: 'c1' }, { actor: { ...clerk, id: 'arbiter' } })
      .thenRefused('PROPOSER_IS_APPROVER');
  });

  it('is answered by a body that exists', () => {
    given(...contested)
      .when({ ...resolve, decidedBy: 'nobody' })
      .thenRefused('ORGANISATION_UNKNOWN', { field: 'decidedBy' });
  });

  it('is answered by a body above', () => {
    for (const decidedBy of ['k1', 'k2']) {
      given(...contested)
        .when({ ...resolve, decidedBy })
        .thenRefused('DECIDED_BEYOND_AUTHORITY', { field: 'decidedBy' });
    }
  });
});
