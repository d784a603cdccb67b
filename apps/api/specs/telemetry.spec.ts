import { pino } from 'pino';
import { startTelemetry } from '#operations';
import { Collector } from '../testing/collector';
import { mutationOf, startTestApi, withCommon } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SECRET = 'điều không ai được biết';

describe('A service that has a collector', () => {
  const logger = pino({ level: 'silent' });
  const collector = new Collector();
  let api: TestApi;

  beforeAll(async () => {
    const settings = { telemetryEndpoint: await collector.listen() };
    const telemetry = await startTelemetry(settings, 'four-good-service', logger);
    api = await startTestApi(settings);
    telemetry.measure(() => api.measure());
    await api.ask(
      mutationOf('establishOrganisation'),
      {
        input: withCommon({
          organisation: 'chi-bo-mot',
          kind: 'GRASSROOTS_CELL',
          name: 'Chi bộ một',
          organisationType: 'agency',
          reason: SECRET,
        }),
      },
      { traceparent: `00-${TRACE}-b7ad6b7169203331-01` },
    );
    await api.ask(`{ member(id: "m04711") { id } }`);
    await api.settle();
    await telemetry.stop();
  });

  afterAll(async () => {
    await api.stop();
    await collector.stop();
  });

  it('tells the spans of a command in the trace of its client, each below the one that waited', () => {
    const spans = collector.spans.filter(({ traceId }) => traceId === TRACE);
    const named = (name: string) => spans.find((span) => span.name === name);
    const request = named('POST /graphql');
    const command = named('command');

    expect(request).toMatchObject({ parentSpanId: 'b7ad6b7169203331' });
    expect(command).toMatchObject({
      parentSpanId: request?.spanId,
      attributes: [{ key: 'four_good.command', value: { stringValue: 'EstablishOrganisation' } }],
    });
    expect(named('event log: append')).toMatchObject({ parentSpanId: command?.spanId });
  });

  it('tells what the read models do', () => {
    expect(collector.spans.map(({ name }) => name)).toContain('read models: apply events');
  });

  it('tells the metrics that are served for Prometheus', () => {
    const named = new Map(collector.metrics.map((metric) => [metric.name, metric]));

    expect(named.get('four_good_commands_total')).toHaveProperty('sum');
    expect(named.get('four_good_store_available')).toHaveProperty('gauge');
    expect(named.get('four_good_http_request_duration_seconds')).toMatchObject({
      histogram: {
        dataPoints: expect.arrayContaining([expect.objectContaining({ sum: expect.any(Number) })]),
      },
    });
  });

  it('tells no id, no name and no text of what was recorded or asked', () => {
    for (const body of collector.bodies) {
      expect(body).not.toMatch(/m04711|chi-bo-mot|Chi bộ một|local-operator/);
      expect(body).not.toContain(SECRET);
    }
    expect(collector.bodies.length).toBeGreaterThan(1);
  });
});
