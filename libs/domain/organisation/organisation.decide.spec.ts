import { admitted, established, given, madeOfficial, on, someTree } from '../testing';

const at = { effectiveAt: '2024-06-15' };

describe('Establishing an organisation', () => {
  const establishK3 = {
    type: 'EstablishOrganisation',
    organisation: 'k3',
    kind: 'SUBORDINATE_CELL',
    name: 'Cell 3',
    organisationType: 'school',
    parent: 'c1',
  } as const;

  it('records it below a parent that exists', () => {
    given(...someTree())
      .when(establishK3, at)
      .then({
        type: 'OrganisationEstablished',
        data: {
          organisation: 'k3',
          kind: 'SUBORDINATE_CELL',
          name: 'Cell 3',
          organisationType: 'school',
          parent: 'c1',
        },
      });
  });

  it('needs no parent, and keeps the level of a superior committee', () => {
    const root = {
      organisation: 'city',
      kind: 'SUPERIOR_COMMITTEE',
      level: 'CITY',
      name: 'City committee',
      organisationType: 'party',
    } as const;
    given()
      .when({ type: 'EstablishOrganisation', ...root })
      .then({ type: 'OrganisationEstablished', data: root });
  });

  it('happens once', () => {
    given(...someTree(), established('k3'))
      .when(establishK3)
      .thenRefused('ALREADY_EXISTS', { field: 'organisation' });
  });

  it('is refused below a parent that is unknown, not yet founded, or dissolved', () => {
    given().when(establishK3).thenRefused('ORGANISATION_UNKNOWN', { field: 'parent' });
    given(...someTree())
      .when(establishK3, { effectiveAt: '1999-12-31' })
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN', { field: 'parent' });
    given(...someTree(), dissolvedOn('2024-01-01', 'c1'))
      .when(establishK3, at)
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN', { field: 'parent' });
  });

  it('is refused without a name or a type', () => {
    given(...someTree())
      .when({ ...establishK3, name: ' ' })
      .thenRefused('VALUE_INVALID', { field: 'name' });
    given(...someTree())
      .when({ ...establishK3, organisationType: '' })
      .thenRefused('VALUE_INVALID', { field: 'organisationType' });
  });
});

describe('Any fact of an organisation', () => {
  const rename = { type: 'RenameOrganisation', organisation: 'k1', name: 'New name' } as const;

  it('is refused when the organisation is unknown', () => {
    given().when(rename).thenRefused('ORGANISATION_UNKNOWN');
  });

  it('is refused before the establishment and from the end on', () => {
    given(...someTree())
      .when(rename, { effectiveAt: '1999-12-31' })
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN');
    given(...someTree(), dissolvedOn('2024-06-15', 'k1'))
      .when(rename, at)
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN');
  });

  it('may be recorded late, for a time before the end', () => {
    given(...someTree(), dissolvedOn('2024-06-16', 'k1'))
      .when(rename, at)
      .then({ type: 'OrganisationRenamed', data: { organisation: 'k1', name: 'New name' } });
  });
});

describe('Renaming', () => {
  it('is refused without a name, and when it is already the name', () => {
    given(...someTree())
      .when({ type: 'RenameOrganisation', organisation: 'k1', name: '' })
      .thenRefused('VALUE_INVALID', { field: 'name' });
    given(...someTree())
      .when({ type: 'RenameOrganisation', organisation: 'k1', name: 'Organisation k1' })
      .thenRefused('ALREADY_SO', { field: 'name' });
  });
});

describe('Putting an organisation below another', () => {
  it('says from where and to where', () => {
    given(...someTree())
      .when({ type: 'ReparentOrganisation', organisation: 'k1', to: 'superior' })
      .then({
        type: 'OrganisationReparented',
        data: { organisation: 'k1', from: 'c1', to: 'superior' },
      });
  });

  it('has no origin for one that had nothing above it', () => {
    given(...someTree(), established('province'))
      .when({ type: 'ReparentOrganisation', organisation: 'superior', to: 'province' })
      .then({ type: 'OrganisationReparented', data: { organisation: 'superior', to: 'province' } });
  });

  it('is refused below what is unknown, and where it already is', () => {
    given(...someTree())
      .when({ type: 'ReparentOrganisation', organisation: 'k1', to: 'c9' })
      .thenRefused('ORGANISATION_UNKNOWN', { field: 'to' });
    given(...someTree())
      .when({ type: 'ReparentOrganisation', organisation: 'k1', to: 'c1' })
      .thenRefused('ALREADY_SO', { field: 'to' });
  });

  it('never puts it below itself', () => {
    given(...someTree())
      .when({ type: 'ReparentOrganisation', organisation: 'c1', to: 'c1' })
      .thenRefused('ORGANISATION_CYCLE');
    given(...someTree())
      .when({ type: 'ReparentOrganisation', organisation: 'superior', to: 'k1' })
      .thenRefused('ORGANISATION_CYCLE', { details: { organisation: 'superior', to: 'k1' } });
  });

  it('never puts it below itself at a later date, either', () => {
    given(
      established('a'),
      established('b'),
      on('2020-01-01', { type: 'OrganisationReparented', data: { organisation: 'a', to: 'b' } }),
    )
      .when(
        { type: 'ReparentOrganisation', organisation: 'b', to: 'a' },
        { effectiveAt: '2019-01-01' },
      )
      .thenRefused('ORGANISATION_CYCLE');
  });

  it('looks no further than it holds', () => {
    given(
      established('a'),
      established('b'),
      established('c'),
      on('2019-06-01', { type: 'OrganisationReparented', data: { organisation: 'b', to: 'c' } }),
      on('2020-01-01', { type: 'OrganisationReparented', data: { organisation: 'a', to: 'b' } }),
    )
      .when(
        { type: 'ReparentOrganisation', organisation: 'b', to: 'a' },
        { effectiveAt: '2019-01-01' },
      )
      .then({ type: 'OrganisationReparented', data: { organisation: 'b', to: 'a' } });
  });
});

describe('Changing the type', () => {
  it('may change the kind with it', () => {
    const change = {
      organisation: 'k1',
      organisationType: 'enterprise',
      kind: 'GRASSROOTS_CELL',
    } as const;
    given(...someTree())
      .when({ type: 'ChangeOrganisationType', ...change })
      .then({ type: 'OrganisationTypeChanged', data: change });
  });

  it('is refused when nothing changes, or without a type', () => {
    given(...someTree())
      .when({
        type: 'ChangeOrganisationType',
        organisation: 'k1',
        organisationType: 'neighbourhood',
        kind: 'SUBORDINATE_CELL',
      })
      .thenRefused('ALREADY_SO');
    given(...someTree())
      .when({ type: 'ChangeOrganisationType', organisation: 'k1', organisationType: '' })
      .thenRefused('VALUE_INVALID');
  });
});

describe('The end of an organisation', () => {
  it('comes by merging into another, and names the parent it had', () => {
    given(...someTree())
      .when({ type: 'MergeOrganisation', organisation: 'k1', into: 'k2' })
      .then({
        type: 'OrganisationMerged',
        data: { organisation: 'k1', into: 'k2', parent: 'c1' },
      });
  });

  it('comes by dissolving', () => {
    given(...someTree())
      .when({ type: 'DissolveOrganisation', organisation: 'superior' })
      .then({ type: 'OrganisationDissolved', data: { organisation: 'superior' } });
  });

  it('comes once, whatever the dates', () => {
    const ended = given(...someTree(), dissolvedOn('2024-06-15', 'k1'));
    ended
      .when({ type: 'DissolveOrganisation', organisation: 'k1' }, { effectiveAt: '2023-01-01' })
      .thenRefused('ORGANISATION_ENDED');
    ended
      .when(
        { type: 'MergeOrganisation', organisation: 'k1', into: 'k2' },
        { effectiveAt: '2025-01-01' },
      )
      .thenRefused('ORGANISATION_ENDED');
  });

  it('is no merger with itself or with what does not exist', () => {
    given(...someTree())
      .when({ type: 'MergeOrganisation', organisation: 'k1', into: 'k1' })
      .thenRefused('VALUE_INVALID', { field: 'into' });
    given(...someTree())
      .when({ type: 'MergeOrganisation', organisation: 'k1', into: 'k9' })
      .thenRefused('ORGANISATION_UNKNOWN', { field: 'into' });
  });
});

describe('Splitting', () => {
  it('names the organisations founded out of it', () => {
    given(...someTree(), established('k3'))
      .when({ type: 'SplitOrganisation', organisation: 'k1', into: ['k2', 'k3'] })
      .then({ type: 'OrganisationSplit', data: { organisation: 'k1', into: ['k2', 'k3'] } });
  });

  it('is refused into nothing, into one twice, or into itself', () => {
    for (const into of [[], ['k2', 'k2'], ['k1', 'k2']]) {
      given(...someTree())
        .when({ type: 'SplitOrganisation', organisation: 'k1', into })
        .thenRefused('VALUE_INVALID', { field: 'into' });
    }
  });

  it('founds each of them once', () => {
    given(
      ...someTree(),
      on('2024-01-01', {
        type: 'OrganisationSplit',
        data: { organisation: 'k1', into: ['k2'] },
      }),
    )
      .when({ type: 'SplitOrganisation', organisation: 'k1', into: ['k2'] }, at)
      .thenRefused('ALREADY_SO', { field: 'into' });
  });
});

describe('Appointing', () => {
  const facts = [...someTree(), admitted('m00001', 'k1'), madeOfficial('m00001', 'k1')];

  it('makes a member secretary, or delegate of the superior', () => {
    const data = { organisation: 'k1', member: 'm00001' };
    given(...facts)
      .when({ type: 'AppointSecretary', ...data })
      .then({ type: 'SecretaryAppointed', data });
    given(...facts)
      .when({ type: 'AssignSuperiorDelegate', ...data })
      .then({ type: 'SuperiorDelegateAssigned', data });
  });

  it('is refused for an unknown member, one not yet admitted, and one who has left', () => {
    const appoint = { type: 'AppointSecretary', organisation: 'k1', member: 'm00001' } as const;
    given(...someTree())
      .when(appoint)
      .thenRefused('MEMBER_UNKNOWN');
    given(...facts)
      .when(appoint, { effectiveAt: '2009-12-31' })
      .thenRefused('MEMBER_NOT_EXISTING_THEN');
    given(
      ...facts,
      on('2024-01-01', {
        type: 'MemberLeft',
        data: { member: 'm00001', organisation: 'k1', cause: 'DECEASED' },
      }),
    )
      .when(appoint, at)
      .thenRefused('MEMBER_NOT_EXISTING_THEN');
  });

  it('is refused for whoever already holds the post', () => {
    const data = { organisation: 'k1', member: 'm00001' };
    given(...facts, on('2024-01-01', { type: 'SecretaryAppointed', data }))
      .when({ type: 'AppointSecretary', ...data }, at)
      .thenRefused('ALREADY_SO');
  });
});

describe('Reported totals of members', () => {
  const totals = { organisation: 'c1', official: 3904, probationary: 119, total: 4923 };

  it('are recorded as reported, also when they do not add up', () => {
    given(...someTree())
      .when({ type: 'ReportMembershipTotals', ...totals })
      .then({ type: 'MembershipTotalsReported', data: totals });
  });

  it('are counts', () => {
    for (const field of ['official', 'probationary', 'total']) {
      given(...someTree())
        .when({ type: 'ReportMembershipTotals', ...totals, [field]: -1 })
        .thenRefused('VALUE_INVALID', { field });
    }
  });
});

function dissolvedOn(date: string, organisation: string) {
  return on(date, { type: 'OrganisationDissolved', data: { organisation } });
}
