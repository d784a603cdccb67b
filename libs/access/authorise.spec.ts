import { authorise, ROLES } from '.';

const actorAs = (role: string) => ({ id: 'm00001', role, organisation: 'cell-1' });

describe('authorise', () => {
  it.each(ROLES)('lets %s read', (role) => {
    expect(authorise(actorAs(role), 'Query.scorecard')).toEqual({ kind: 'granted' });
  });

  it.each(['SECRETARY', 'SUPERIOR_COMMITTEE', 'INSPECTION_COMMISSION', 'OPERATOR'])(
    'lets %s give commands',
    (role) => {
      expect(authorise(actorAs(role), 'Mutation.holdMeeting')).toEqual({ kind: 'granted' });
    },
  );

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
