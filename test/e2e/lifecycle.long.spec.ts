import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Installation, NoAnswer, regularMeeting } from '../support';
import type { RunningService } from '../support';

const ORGANISATIONS = '{ organisations { edges { node { id } } } }';
const HEAD = '{ status { position } }';

interface Organisations {
  readonly organisations: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
}

describe('the service', () => {
  const installation = new Installation();
  const elsewhere = new Installation();
  let service: RunningService;

  // Not in the tests themselves: one that waits too long would leave its processes behind.
  afterAll(() => Promise.all([installation.remove(), elsewhere.remove()]));

  it('starts with a sample year on an empty data folder', async () => {
    service = await installation.startWithSample();
    const { organisations } = await service.client.ask<Organisations>(ORGANISATIONS);

    expect(organisations.edges.map(({ node }) => node.id)).toEqual([
      'cell-1',
      'cell-2',
      'cell-3',
      'cell-4',
      'cell-5',
      'cell-6',
      'city',
      'ward',
    ]);
  });

  it('says that it lives, that it is ready, and what it measures', async () => {
    const [live, ready, metrics] = await Promise.all(
      ['/livez', '/readyz', '/metrics'].map((path) => service.get(path)),
    );

    expect([live?.status, ready?.status, metrics?.status]).toEqual([200, 200, 200]);
  });

  it('has a token made for a role that there is in the organisation, and for no other', async () => {
    const token = (role: string) =>
      installation.token('--actor', 'm1', '--role', role, '--organisation', 'cell-1');

    expect(await token('SECRETARY')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^The id of this token is \S+: `token revoke` takes it\.\n$/),
    });
    expect(await token('STANDING_BOARD')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('cell-1 is a SUBORDINATE_CELL, which has no STANDING_BOARD'),
    });
  });

  it('has no token made in the name of an organisation that it does not know', async () => {
    const whose = ['--actor', 'm1', '--role', 'SECRETARY', '--organisation', 'nowhere'];

    expect(await installation.token(...whose)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('does not know an organisation nowhere'),
    });
  });

  it.each(['a b', '\u001b[31mm1', 'm1\n', 'x'.repeat(201)])(
    'has no token made for an actor under whom nothing could be recorded: %j',
    async (actor) => {
      const { code, stdout, stderr } = await installation.token(
        '--actor',
        actor,
        '--role',
        'SECRETARY',
        '--organisation',
        'cell-1',
      );
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain('must be an id');
      expect(stderr).not.toMatch(/(?!\n)\p{Cc}/u);
    },
  );

  it('is named where a token is made for a folder on which no service runs', async () => {
    const whose = ['--actor', 'm1', '--role', 'OPERATOR', '--organisation', 'local'];
    const { code, stderr } = await elsewhere.token(...whose);

    expect(code).toBe(0);
    expect(stderr).toContain(`No service runs on ${elsewhere.dataDir}`);
  });

  it('is the only one on its data folder', async () => {
    const second = await installation.runService(['--empty']);

    expect(second).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^The service does not start: .*is open for writing elsewhere/),
    });
    await service.client.ask(HEAD);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with 0 at a %s while requests are under way, and has recorded what it acknowledged',
    async (signal) => {
      const name = (n: number) => `${signal}-${n}`;
      const giving = Array.from({ length: 200 }, (_, n) =>
        service.client
          .give('holdMeeting', regularMeeting('cell-6', name(n), '2025-02-03'))
          .then(({ events }) => events.map(({ id }) => id))
          // Nothing else than an answer, or none: never half of one, never an error.
          .catch((error: unknown) => {
            if (error instanceof NoAnswer) return [];
            throw error;
          }),
      );
      await Promise.race(giving);
      service.signal(signal);

      expect(await service.ended).toEqual({ code: 0, signal: null });
      const acknowledged = (await Promise.all(giving)).flat();
      expect(acknowledged.length).toBeGreaterThan(0);
      expect(existsSync(join(installation.dataDir, 'service.json'))).toBe(false);

      service = await installation.start();
      // What was acknowledged last may have to be projected yet.
      await service.untilReadinessIs(200);
      const found = await Promise.all(
        acknowledged.map((id) =>
          service.client.ask<{ event: { id: string } }>(
            'query ($id: ID!) { event(id: $id) { id } }',
            { id },
          ),
        ),
      );
      expect(found.map(({ event }) => event.id)).toEqual(acknowledged);
    },
  );

  it('starts empty when it is told to', async () => {
    const other = await elsewhere.start();

    expect(await other.client.ask(ORGANISATIONS)).toEqual({ organisations: { edges: [] } });
    await other.stop();
  });

  it.each<[string, string, string]>([
    ['PORT', '70000', 'must be a number from 0 to 65535'],
    ['EVENT_LOG_URL', 'mysql://log', 'are not known'],
  ])('does not start with %s=%s, and says why', async (name, value, reason) => {
    const { code, stdout, stderr } = await installation.runService([], { [name]: value });

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${name}: `);
    expect(stderr).toContain(reason);
  });

  it('does not start with a flag that there is not', async () => {
    const { code, stderr } = await installation.runService(['--simple']);

    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('--simple') });
  });

  it('does not start on a port that is taken', async () => {
    const { port } = new URL(service.url);
    const { code, stderr } = await elsewhere.runService(['--empty', '--port', port]);

    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('EADDRINUSE') });
  });

  it('ends by itself when the start fails after it has begun to listen', async () => {
    // Where it would say how it can be reached is something else.
    mkdirSync(join(elsewhere.dataDir, 'service.json'));
    const { code, stdout, stderr } = await elsewhere.runService(['--empty']);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^The service does not start: EISDIR/m);
  });
});
