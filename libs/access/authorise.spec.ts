import { ROLES } from '#vocabulary';
import { authorise, RULES } from '.';

const actorAs = (role: string) => ({ id: 'm00001', role, organisation: 'cell-1' });

describe('authorise', () => {
  it.each(ROLES)('lets %s read', (role) => {
    expect(authorise(actorAs(role), 'Query.scorecard')).toEqual({ kind: 'granted' });
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
    const allowed = ROLES.filter((role) => authorise(actorAs(role), operation).kind === 'granted');
    expect(allowed).toEqual(roles);
  });

  it('lets operators give every command', () => {
    for (const operation of RULES.keys()) {
      expect(authorise(actorAs('OPERATOR'), operation)).toEqual({ kind: 'granted' });
    }
  });

  it.each(['AUDITOR', 'INTEGRATOR'])('lets %s give no command', (role) => {
    expect(authorise(actorAs(role), 'Mutation.holdMeeting')).toEqual({
      kind: 'denied',
      reason: 'ROLE_NOT_ALLOWED',
    });
  });

  it('knows no role but those of the list', () => {
    expect(authorise(actorAs('ADMIN'), 'Query.scorecard')).toEqual({
      kind: 'denied',
      reason: 'ROLE_UNKNOWN',
    });
  });

  it('refuses what has no rule, to operators too', () => {
    expect(authorise(actorAs('OPERATOR'), 'Mutation.forgotten')).toEqual({
      kind: 'denied',
      reason: 'NO_RULE',
    });
  });
});
