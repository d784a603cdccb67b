import { on } from '#domain/testing';
import { documentIn, positionOf, recorded } from '#projection-engine/testing';
import { memberAsOf, memberDocumentId, MEMBERS, membersProjection } from '.';
import type { MemberDocument } from '.';

describe('a member', () => {
  it('is known over time, where and with which status, and as recorded at any position', () => {
    const facts = recorded(
      on('2020-05-19', {
        type: 'MemberAdmitted',
        data: { member: 'm00001', organisation: 'cell', admittedOn: '2020-05-19' },
      }),
      on('2021-05-19', {
        type: 'MemberMadeOfficial',
        data: { member: 'm00001', organisation: 'cell', officialOn: '2021-05-19' },
      }),
      on('2024-01-01', {
        type: 'MemberTransferred',
        data: { member: 'm00001', from: 'cell', to: 'other' },
      }),
      on('2024-02-01', {
        type: 'ResidenceLinked',
        data: { member: 'm00001', organisation: 'other', residenceOrganisation: 'village' },
      }),
    );
    const key = { collection: MEMBERS, id: memberDocumentId('m00001') };
    const document = documentIn<MemberDocument>(membersProjection, facts, key);
    expect(document?.current).toEqual({
      organisation: 'other',
      status: 'OFFICIAL',
      residence: 'village',
    });
    const view = memberAsOf(document ?? { facts: [] });
    expect(view?.organisations.map(({ value }) => value)).toEqual(['cell', 'other']);
    expect(view?.statuses.map(({ value }) => value)).toEqual(['PROBATIONARY', 'OFFICIAL']);
    expect(view).toMatchObject({ admittedOn: '2020-05-19', officialOn: '2021-05-19' });
    const before = memberAsOf(document ?? { facts: [] }, BigInt(positionOf(0)));
    expect(before?.statuses.map(({ value }) => value)).toEqual(['PROBATIONARY']);
    expect(before?.officialOn).toBeUndefined();
  });
});
