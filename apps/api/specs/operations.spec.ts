import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

describe('operators', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    const { position } = await api.record('establishOrganisation', {
      organisation: 'cell-1',
      kind: 'GRASSROOTS_CELL',
      name: 'Chi bộ 1',
      organisationType: 'agency',
    });
    await api.ask(`{ history(filter: {}, atLeast: "${position}") { projectedThrough } }`);
  });
  afterAll(() => api.stop());

  it('see that the process lives', async () => {
    expect((await fetch(`${api.url}/livez`)).status).toBe(200);
  });

  it('see that it is ready, and how far each read model is', async () => {
    const response = await fetch(`${api.url}/readyz`);

    expect(await response.json()).toMatchObject({
      ready: true,
      eventLog: 'open',
      readModels: 'open',
      projections: expect.arrayContaining([
        expect.objectContaining({ name: 'timeline', state: 'RUNNING', eventsBehind: 0 }),
      ]),
    });
    expect(response.status).toBe(200);
  });

  it('measure commands, requests and read models', async () => {
    const metrics = await (await fetch(`${api.url}/metrics`)).text();

    expect(metrics).toContain(
      'four_good_commands_total{command="EstablishOrganisation",outcome="recorded"} 1',
    );
    expect(metrics).toMatch(/four_good_projection_events_behind\{projection="timeline@\d+"\} 0\n/);
    expect(metrics).toContain('four_good_store_available{store="eventLog"} 1');
    expect(metrics).toContain('four_good_store_available{store="readModels"} 1');
    expect(metrics).toContain('four_good_http_request_duration_seconds_count{method="POST"');
  });

  it('see what was refused, by role and operation, and which limits were met', async () => {
    const actor = { id: 'm00001', role: 'INTEGRATOR', organisation: 'cell-1' } as const;
    const authorization = `Bearer ${await api.tokens.issue(actor, '1h')}`;
    await api.ask('{ mine: cases { edges { cursor } } }', {}, { authorization });
    await api.ask(
      '{ ...f } fragment f on Query { other: cases { edges { cursor } } }',
      {},
      {
        authorization,
      },
    );
    await fetch(`${api.url}/imports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: '{}',
    });
    const schemas = ['a', 'b', 'c'].map((alias) => `${alias}: __schema { types { name } }`);
    await api.ask(`{ ${schemas.join(' ')} }`);
    const metrics = await (await fetch(`${api.url}/metrics`)).text();

    expect(metrics).toContain(
      'four_good_refusals_total{role="INTEGRATOR",operation="Query.cases"} 2',
    );
    expect(metrics).toContain(
      'four_good_refusals_total{role="INTEGRATOR",operation="Import.bundle"} 1',
    );
    expect(metrics).toContain('four_good_limits_hit_total{limit="size"} 1');
  });

  it('can ask for the status by GraphQL', async () => {
    const { data } = await api.ask('{ status { position projections { name state } } }');

    expect(data?.status).toMatchObject({
      position: expect.stringMatching(/^\d+$/),
      projections: expect.arrayContaining([{ name: 'scorecards', state: 'RUNNING' }]),
    });
  });
});

describe('a clock that is set forward', () => {
  it('is told by the status and the metrics', async () => {
    let ahead = 0;
    const api = await startTestApi({
      now: () => new Date(Date.now() + ahead),
      processes: 'when settled',
    });
    const status = async () => (await api.ask('{ status { clockStep { seconds } } }')).data?.status;

    expect(await status()).toEqual({ clockStep: null });
    ahead = 7_200_000;
    const { clockStep } = (await status()) as { clockStep: { seconds: number } };

    expect(clockStep.seconds).toBeGreaterThan(7_000);
    expect(await (await fetch(`${api.url}/metrics`)).text()).toContain(
      'four_good_clock_steps_total 1',
    );
    await api.stop();
  });
});
