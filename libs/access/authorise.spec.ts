import { ROLES } from '#vocabulary';
import { authorise, RULES } from '.';

const actorAs = (role: string) => ({ id: 'm00001', role, organisation: 'cell-1' });

describe('authorise', () => {
  it.each(ROLES)('lets %s read the register', (role) => {
    expect(authorise(actorAs(role), { operation: 'Query.organisation', area: 'REGISTER' })).toEqual(
      { kind: 'granted' },
    );
  });

  it.each([
    ['Mutation.holdMeeting', ['SECRETARY', 'SUPERIOR_COMMITTEE', 'OPERATOR']],
    [
      'Mutation.decideDiscipline',
      ['SECRETARY', 'SUPERIOR_COMMITTEE', 'STANDING_BOARD', 'INSPECTION_COMMISSION', 'OPERATOR'],
    ],
    [
      'Mutation.resolveComplaint',
      ['SUPERIOR_COMMITTEE', 'STANDING_BOARD', 'INSPECTION_COMMISSION', 'OPERATOR'],
    ],
    ['Mutation.grantRecognition', ['SUPERIOR_COMMITTEE', 'STANDING_BOARD', 'OPERATOR']],
    ['Mutation.decideOrganisationRating', ['SUPERIOR_COMMITTEE', 'STANDING_BOARD', 'OPERATOR']],
    ['Import.bundle', ['SUPERIOR_COMMITTEE', 'STANDING_BOARD', 'OPERATOR']],
  ])('lets %s be done by %j alone', (operation, roles) => {
    const allowed = ROLES.filter(
      (role) => authorise(actorAs(role), { operation }).kind === 'granted',
    );
    expect(allowed).toEqual(roles);
  });

  it('lets operators give every command', () => {
    for (const operation of RULES.keys()) {
      expect(authorise(actorAs('OPERATOR'), { operation })).toEqual({ kind: 'granted' });
    }
  });

  it.each(['AUDITOR', 'INTEGRATOR'])('lets %s give no command', (role) => {
    expect(authorise(actorAs(role), { operation: 'Mutation.holdMeeting' })).toEqual({
      kind: 'denied',
      reason: 'ROLE_NOT_ALLOWED',
    });
  });

  it('knows no role but those of the list', () => {
    expect(
      authorise(actorAs('ADMIN'), { operation: 'Query.organisation', area: 'REGISTER' }),
    ).toEqual({
      kind: 'denied',
      reason: 'ROLE_UNKNOWN',
    });
  });

  it.each([
    ['OWN_WORK', ROLES.filter((role) => role !== 'INTEGRATOR')],
    ['MEMBERS', ROLES.filter((role) => role !== 'INTEGRATOR')],
    ['CASES', ROLES.filter((role) => role !== 'INTEGRATOR')],
    ['HISTORY', [...ROLES]],
  ] as const)('lets nobody see %s but %j', (area, roles) => {
    const granted = ROLES.filter(
      (role) => authorise(actorAs(role), { operation: 'Query.any', area }).kind === 'granted',
    );
    expect(granted).toEqual(roles);
  });

  it('refuses what has no rule, to operators too', () => {
    expect(authorise(actorAs('OPERATOR'), { operation: 'Mutation.forgotten' })).toEqual({
      kind: 'denied',
      reason: 'NO_RULE',
    });
  });
});
