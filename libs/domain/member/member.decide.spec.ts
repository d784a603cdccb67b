import { admitted, established, given, madeOfficial, on, someTree } from '../testing';

const at = { effectiveAt: '2024-06-15' };
const ofMember = { member: 'm00001', organisation: 'k1' };
const probationary = [...someTree(), admitted('m00001', 'k1')];
const official = [...probationary, madeOfficial('m00001', 'k1')];

describe('Admitting a member', () => {
  const admit = { type: 'AdmitMember', ...ofMember } as const;

  it('takes the effective date when no other date is given', () => {
    given(...someTree())
      .when(admit, { effectiveAt: '2024-06-15T18:00:00Z' })
      .then({ type: 'MemberAdmitted', data: { ...ofMember, admittedOn: '2024-06-16' } });
  });

  it('keeps a date before the organisation existed', () => {
    given(...someTree())
      .when({ ...admit, admittedOn: '1986-03-24' }, { effectiveAt: '2000-01-01' })
      .then({ type: 'MemberAdmitted', data: { ...ofMember, admittedOn: '1986-03-24' } });
  });

  it('is refused for a date to come, or one that the calendar does not have', () => {
    for (const admittedOn of ['2024-06-16', '2023-02-29', '24-06-2023', 'yesterday']) {
      given(...someTree())
        .when({ ...admit, admittedOn }, at)
        .thenRefused('VALUE_INVALID', { field: 'admittedOn' });
    }
  });

  it('happens once', () => {
    given(...probationary)
      .when(admit)
      .thenRefused('ALREADY_EXISTS', { field: 'member' });
  });

  it('is refused by an organisation that is unknown or did not exist then', () => {
    given().when(admit).thenRefused('ORGANISATION_UNKNOWN');
    given(...someTree())
      .when(admit, { effectiveAt: '1999-12-31' })
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN');
  });
});

describe('Any fact of a member', () => {
  const exempt = { type: 'ExemptMember', member: 'm00001' } as const;

  it('is refused when the member is unknown, not yet admitted, or gone', () => {
    given(...someTree())
      .when(exempt)
      .thenRefused('MEMBER_UNKNOWN');
    given(...probationary)
      .when(exempt, { effectiveAt: '2009-12-31' })
      .thenRefused('MEMBER_NOT_EXISTING_THEN');
    given(...official, left('2024-06-15'))
      .when(exempt, at)
      .thenRefused('MEMBER_NOT_EXISTING_THEN');
  });

  it('names the organisation the member belonged to at the time', () => {
    given(...official, transferred('2024-06-16', 'k1', 'k2'))
      .when(exempt, at)
      .then({ type: 'MemberExempted', data: ofMember });
    given(...official, transferred('2024-06-15', 'k1', 'k2'))
      .when(exempt, at)
      .then({ type: 'MemberExempted', data: { member: 'm00001', organisation: 'k2' } });
  });
});

describe('Making a member official', () => {
  const makeOfficial = { type: 'MakeMemberOfficial', member: 'm00001' } as const;

  it('follows the probation', () => {
    given(...probationary)
      .when(makeOfficial, at)
      .then({ type: 'MemberMadeOfficial', data: { ...ofMember, officialOn: '2024-06-15' } });
  });

  it('happens once, whatever the dates', () => {
    given(...official)
      .when(makeOfficial, { effectiveAt: '2010-06-01' })
      .thenRefused('ALREADY_SO');
  });

  it('is refused while the member is suspended, and for a date to come', () => {
    given(...probationary, on('2024-01-01', { type: 'MemberSuspended', data: ofMember }))
      .when(makeOfficial, at)
      .thenRefused('NOT_IN_THIS_STATE', {
        details: { status: 'SUSPENDED', expected: ['PROBATIONARY'] },
      });
    given(...probationary)
      .when({ ...makeOfficial, officialOn: '2024-07-01' }, at)
      .thenRefused('VALUE_INVALID', { field: 'officialOn' });
  });
});

describe('Transferring a member', () => {
  const transfer = { type: 'TransferMember', member: 'm00001', from: 'k1', to: 'k2' } as const;

  it('goes from where the member is to another organisation', () => {
    given(...official)
      .when(transfer)
      .then({ type: 'MemberTransferred', data: { member: 'm00001', from: 'k1', to: 'k2' } });
  });

  it('leaves an organisation that is dissolved on the same day', () => {
    given(
      ...official,
      on('2024-06-15', { type: 'OrganisationDissolved', data: { organisation: 'k1' } }),
    )
      .when(transfer, at)
      .then({ type: 'MemberTransferred', data: { member: 'm00001', from: 'k1', to: 'k2' } });
  });

  it('is refused from where the member was not at that date', () => {
    given(...official, transferred('2024-01-01', 'k1', 'k2'))
      .when(transfer, at)
      .thenRefused('NOT_THE_MEMBERS_ORGANISATION', {
        field: 'from',
        details: { member: 'm00001', from: 'k1', organisation: 'k2' },
      });
  });

  it('is refused to an organisation that does not exist then, and to the same one', () => {
    given(...official)
      .when({ ...transfer, to: 'k9' })
      .thenRefused('ORGANISATION_UNKNOWN', { field: 'to' });
    given(...official, established('k3', 'SUBORDINATE_CELL', 'c1', '2024-07-01'))
      .when({ ...transfer, to: 'k3' }, at)
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN', { field: 'to' });
    given(...official)
      .when({ ...transfer, to: 'k1' })
      .thenRefused('ALREADY_SO', { field: 'to' });
  });
});

describe('Exemption, suspension and return', () => {
  const exempted = on('2024-01-01', { type: 'MemberExempted', data: ofMember });
  const suspended = on('2024-01-01', { type: 'MemberSuspended', data: ofMember });

  it('are recorded', () => {
    given(...official)
      .when({ type: 'SuspendMember', member: 'm00001' })
      .then({ type: 'MemberSuspended', data: ofMember });
    given(...official, suspended)
      .when({ type: 'ResumeMember', member: 'm00001' }, at)
      .then({ type: 'MemberResumed', data: ofMember });
  });

  it('are refused when they are already so', () => {
    given(...official, exempted)
      .when({ type: 'ExemptMember', member: 'm00001' }, at)
      .thenRefused('ALREADY_SO');
    given(...official, suspended)
      .when({ type: 'SuspendMember', member: 'm00001' }, at)
      .thenRefused('ALREADY_SO');
  });

  it('end only what had begun', () => {
    given(...official)
      .when({ type: 'ResumeMember', member: 'm00001' })
      .thenRefused('NOT_IN_THIS_STATE');
  });
});

describe('Leaving the Party', () => {
  const leave = { type: 'RecordMemberLeft', member: 'm00001', cause: 'LEFT' } as const;

  it('says why', () => {
    given(...official)
      .when({ ...leave, cause: 'DECEASED' })
      .then({ type: 'MemberLeft', data: { ...ofMember, cause: 'DECEASED' } });
  });

  it('by expulsion follows the announced discipline, and is not recorded by hand', () => {
    const expel = { ...leave, cause: 'EXPELLED' } as const;
    const process = { id: 'expulsion', role: 'PROCESS', organisation: 'k1' };
    const about = { case: 'v1', ...ofMember };
    const decided = [
      ...official,
      on('2024-03-01', { type: 'CaseOpened', data: { ...about, occurredOn: '2024-03-01' } }),
      on('2024-05-01', {
        type: 'DisciplineDecided',
        data: { ...about, form: 'EXPULSION', decidedBy: 'superior' },
      }),
    ];
    const announced = [...decided, on('2024-05-10', { type: 'DisciplineAnnounced', data: about })];

    given(...announced)
      .when(expel, { actor: process })
      .then({ type: 'MemberLeft', data: { ...ofMember, cause: 'EXPELLED' } });
    given(...decided)
      .when(expel, { actor: process })
      .thenRefused('EXPULSION_NOT_ANNOUNCED');
    given(...announced)
      .when(expel)
      .thenRefused('EXPULSION_NOT_ANNOUNCED', { field: 'cause' });
  });

  it('happens once, also when an earlier date is given', () => {
    given(...official, left('2024-06-15'))
      .when(leave, { effectiveAt: '2024-01-01' })
      .thenRefused('MEMBER_ALREADY_LEFT');
  });
});

describe('Linking the committee of the place of residence', () => {
  const link = {
    type: 'LinkResidence',
    member: 'm00001',
    residenceOrganisation: 'k2',
  } as const;
  const data = { ...ofMember, residenceOrganisation: 'k2' };

  it('lets two organisations follow a member', () => {
    given(...official)
      .when(link)
      .then({ type: 'ResidenceLinked', data });
  });

  it('is refused when it is unknown, or already linked', () => {
    given(...official)
      .when({ ...link, residenceOrganisation: 'k9' })
      .thenRefused('ORGANISATION_UNKNOWN', { field: 'residenceOrganisation' });
    given(...official, on('2024-01-01', { type: 'ResidenceLinked', data }))
      .when(link, at)
      .thenRefused('ALREADY_SO');
  });
});

function transferred(date: string, from: string, to: string) {
  return on(date, { type: 'MemberTransferred', data: { member: 'm00001', from, to } });
}

function left(date: string) {
  return on(date, { type: 'MemberLeft', data: { ...ofMember, cause: 'LEFT' } });
}
