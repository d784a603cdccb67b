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
