import { given, on, someTree } from '../testing';

const of = { grievance: 'g1', organisation: 'k1' };
const opened = [...someTree(), on('2024-04-05', { type: 'GrievanceOpened', data: of })];
const resolved = [...opened, on('2024-05-05', { type: 'GrievanceResolved', data: of })];

describe('Opening a grievance', () => {
  const open = { type: 'OpenGrievance', ...of, flags: ['PROLONGED', 'CROWD'] } as const;

  it('records it with its flags, each once', () => {
    const flagged = (['PROLONGED', 'CROWD'] as const).map(
      (flag) => ({ type: 'GrievanceFlagged', data: { ...of, flag } }) as const,
    );
    given(...someTree())
      .when({ ...open, flags: ['PROLONGED', 'CROWD', 'PROLONGED'] })
      .then({ type: 'GrievanceOpened', data: of }, ...flagged);
  });

  it('happens once', () => {
    given(...opened)
      .when(open)
      .thenRefused('ALREADY_EXISTS', { field: 'grievance' });
  });

  it('needs an organisation that exists', () => {
    given().when(open).thenRefused('ORGANISATION_UNKNOWN');
    given(...someTree())
      .when(open, { effectiveAt: '1999-01-01' })
      .thenRefused('ORGANISATION_NOT_EXISTING_THEN');
  });
});

describe('A grievance', () => {
  const flag = { type: 'FlagGrievance', grievance: 'g1', flag: 'CROWD' } as const;
  const resolve = { type: 'ResolveGrievance', grievance: 'g1' } as const;
  const flagged = { type: 'GrievanceFlagged', data: { ...of, flag: 'CROWD' } } as const;

  it('is unknown before it is opened', () => {
    for (const command of [flag, resolve]) {
      given(...someTree())
        .when(command)
        .thenRefused('NOT_RECORDED', { field: 'grievance' });
    }
  });

  it('is flagged once with each flag, also when it is resolved', () => {
    given(...opened)
      .when(flag)
      .then(flagged);
    given(...resolved)
      .when(flag)
      .then(flagged);
    given(...opened, on('2024-04-06', flagged))
      .when(flag)
      .thenRefused('ALREADY_DONE', { field: 'flag' });
  });

  it('is resolved once', () => {
    given(...opened)
      .when(resolve)
      .then({ type: 'GrievanceResolved', data: of });
    given(...resolved)
      .when(resolve)
      .thenRefused('ALREADY_DONE');
  });
});
