import { Installation } from '../support';
import type { RunningService } from '../support';

const STATES = '{ status { projections { state } } }';

interface Status {
  readonly status: { readonly projections: readonly { readonly state: string }[] };
}

describe('npm run rebuild', () => {
  const installation = new Installation();

  afterAll(() => installation.remove());

  it('pause has no version built by whatever starts then, and says so in its status', async () => {
    const paused = await installation.rebuild(['pause']);
    const service = await installation.start();
    await until(service, 'PAUSED');
    const ready = await service.get('/readyz');

    expect(paused).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(ready.status).toBe(503);
    await service.stop();
  });

  it('resume lets them be built, by a process that waits for it, too', async () => {
    const service = await installation.start();
    await until(service, 'PAUSED');
    const resumed = await installation.rebuild(['resume']);
    await service.untilReadinessIs(200);

    expect(resumed).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(await statesOf(service)).toEqual(new Set(['RUNNING']));
    await service.stop();
  });

  it('pauses what is built only: read models that are built already go on', async () => {
    await installation.rebuild(['pause']);
    const service = await installation.start();
    await service.untilReadinessIs(200);

    expect(await statesOf(service)).toEqual(new Set(['RUNNING']));
    await service.stop();
  });

  it('drop-old finds nothing where no version was superseded', async () => {
    const dropped = await installation.rebuild(['drop-old']);

    expect(dropped).toMatchObject({ code: 0, stderr: '' });
    expect(dropped.stdout).toBe('There is nothing older than what is read.\n');
  });

  it.each([
    ['an order that there is not', ['stop'], {}, 1, "unknown command 'stop'"],
    ['no order', [], {}, 1, 'Usage: rebuild'],
    [
      'a store that is not known',
      ['pause'],
      { READ_MODELS_URL: 'mysql://views' },
      2,
      'READ_MODELS_URL: ',
    ],
  ] as const)('refuses %s, and says why', async (_, words, environment, code, reason) => {
    const refused = await installation.rebuild(words, environment);

    expect(refused.code).toBe(code);
    expect(refused.stderr).toContain(reason);
  });
});

async function until(service: RunningService, state: string): Promise<void> {
  while (!(await statesOf(service)).has(state));
}

async function statesOf(service: RunningService): Promise<ReadonlySet<string>> {
  const { status } = await service.client.ask<Status>(STATES);
  return new Set(status.projections.map((one) => one.state));
}
