import { admitted, given, madeOfficial, on, someTree } from '../testing';

const ofMember = { case: 'v1', organisation: 'k1', member: 'm00001' };
const ofOrganisation = { case: 'v1', organisation: 'k1' };
const world = [...someTree(), admitted('m00001', 'k1'), madeOfficial('m00001', 'k1')];
const concluded = (of: typeof ofOrganisation) => [
  on('2024-03-10', { type: 'CaseOpened', data: { ...of, occurredOn: '2024-03-03' } }),
  on('2024-04-23', {
    type: 'ConclusionReached',
    data: { ...of, confirmed: true, remediationRequired: false },
  }),
];
const confirmed = [...world, ...concluded(ofMember)];
const warned = [
  ...confirmed,
  on('2024-05-01', {
    type: 'DisciplineDecided',
    data: { ...ofMember, form: 'WARNING', decidedBy: 'c1' },
  }),
];
const announced = [...warned, on('2024-05-31', { type: 'DisciplineAnnounced', data: ofMember })];
const contested = [...announced, on('2024-06-05', { type: 'ComplaintFiled', data: ofMember })];
const annulled = [
  ...contested,
  on('2024-06-20', {
    type: 'ComplaintResolved',
    data: { ...ofMember, outcome: 'ANNULLED', decidedBy: 'superior' },
  }),
];

describe('The end of a discipline', () => {
  const expire = { type: 'ExpireDiscipline', case: 'v1' } as const;
  const restore = { type: 'RestoreRights', case: 'v1' } as const;
  const expired = [...announced, on('2025-05-31', { type: 'DisciplineExpired', data: ofMember })];

  it('comes twelve months after its announcement', () => {
    given(...announced)
      .when(expire, { effectiveAt: '2025-05-31' })
      .then({ type: 'DisciplineExpired', data: ofMember });
    given(...announced)
      .when(expire, { effectiveAt: '2025-05-30' })
      .thenRefused('DISCIPLINE_NOT_ENDED', { rule: 'R-20', details: { endsOn: '2025-05-31' } });
  });

  it('does not come while it is unannounced or contested', () => {
    for (const before of [warned, contested]) {
      given(...before)
        .when(expire, { effectiveAt: '2026-01-01' })
        .thenRefused('DISCIPLINE_NOT_ENDED');
    }
  });

  const another = (
    id: string,
    occurredOn: string,
    of: { readonly organisation: string; readonly member?: string } = ofMember,
  ) => [
    on(occurredOn, { type: 'CaseOpened', data: { ...of, case: id, occurredOn } }),
    on(occurredOn, {
      type: 'ConclusionReached',
      data: { ...of, case: id, confirmed: id !== 'false', remediationRequired: false },
    }),
  ];

  it('runs anew from each violation of the same member while it runs', () => {
    const repeated = [...announced, ...another('v3', '2026-01-10'), ...another('v2', '2025-02-10')];
    given(...repeated)
      .when(expire, { effectiveAt: '2027-01-09' })
      .thenRefused('DISCIPLINE_NOT_ENDED', { details: { endsOn: '2027-01-10' } });
    given(...repeated)
      .when(expire, { effectiveAt: '2027-01-10' })
      .then({ type: 'DisciplineExpired', data: ofMember });
  });

  it('is not put off by what is no new violation of the same member', () => {
    const others = [
      ...another('earlier', '2024-05-31'),
      ...another('after', '2025-05-31'),
      ...another('false', '2025-02-10'),
      ...another('colleague', '2025-02-10', { organisation: 'k1', member: 'm00002' }),
      ...another('cell', '2025-02-10', { organisation: 'k1' }),
      on('2025-02-10', {
        type: 'CaseOpened',
        data: { ...ofMember, case: 'open', occurredOn: '2025-02-10' },
      }),
    ];
    given(...announced, ...others)
      .when(expire, { effectiveAt: '2025-05-31' })
      .then({ type: 'DisciplineExpired', data: ofMember });
  });

  it('comes for an organisation as for a member', () => {
    const cell = [
      ...world,
      ...concluded(ofOrganisation),
      on('2024-05-01', {
        type: 'DisciplineDecided',
        data: { ...ofOrganisation, form: 'WARNING', decidedBy: 'c1' },
      }),
      on('2024-05-31', { type: 'DisciplineAnnounced', data: ofOrganisation }),
      ...another('ofMember', '2025-02-10'),
    ];
    given(...cell)
      .when(expire, { effectiveAt: '2025-05-31' })
      .then({ type: 'DisciplineExpired', data: ofOrganisation });
    given(...cell, ...another('v2', '2025-02-10', { organisation: 'k1' }))
      .when(expire, { effectiveAt: '2025-05-31' })
      .thenRefused('DISCIPLINE_NOT_ENDED', { details: { endsOn: '2026-02-10' } });
  });

  it('comes once, and not without a discipline that stands', () => {
    for (const before of [confirmed, expired, annulled]) {
      given(...before)
        .when(expire, { effectiveAt: '2026-01-01' })
        .thenRefused('DISCIPLINE_NOT_DECIDED');
    }
  });

  it('restores rights, as an annulment does, once', () => {
    for (const before of [expired, annulled]) {
      given(...before)
        .when(restore)
        .then({ type: 'RightsRestored', data: ofMember });
      given(...before, on('2025-06-01', { type: 'RightsRestored', data: ofMember }))
        .when(restore)
        .thenRefused('ALREADY_DONE');
    }
    given(...announced)
      .when(restore)
      .thenRefused('DISCIPLINE_NOT_ENDED');
    given(...confirmed)
      .when(restore)
      .thenRefused('DISCIPLINE_NOT_DECIDED');
  });
});
