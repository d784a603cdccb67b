import { Installation } from '../support';

describe('a projector', () => {
  const installation = new Installation();
  const elsewhere = new Installation();
  const views = () => ['--read-models-url', `sqlite:${installation.path('views.db')}`];

  afterAll(() => Promise.all([installation.remove(), elsewhere.remove()]));

  it('builds the read models that a service without projections left to it, and ends when asked', async () => {
    const service = await installation.start('--projections', 'off', ...views());
    const receipt = await service.client.give('establishOrganisation', {
      organisation: 'cell-1',
      kind: 'GRASSROOTS_CELL',
      name: 'Chi bộ 1',
      organisationType: 'agency',
      effectiveAt: '2024-01-01T08:00:00+07:00',
    });
    const before = await service.get('/readyz');
    await service.stop();
    const projector = await installation.startProjector(...views());
    await projector.untilReadinessIs(200);
    const report: unknown = await (await projector.get('/readyz')).json();
    const metrics = await (await projector.get('/metrics')).text();
    const ended = await projector.stop();

    expect(before.status).toBe(503);
    expect(await before.json()).toMatchObject({
      ready: false,
      projections: expect.arrayContaining([
        expect.objectContaining({ name: 'timeline', state: 'CATCHING_UP', ownership: 'NOBODY' }),
      ]),
    });
    expect(report).toMatchObject({
      projections: expect.arrayContaining([
        expect.objectContaining({
          name: 'timeline',
          state: 'RUNNING',
          ownership: 'OWNED',
          position: receipt.position,
        }),
      ]),
    });
    expect(metrics).toMatch(/four_good_projection_owned\{projection="timeline@\d+"\} 1\n/);
    expect(ended).toEqual({ code: 0, signal: null });
  });

  it('leaves read models behind that a service without projections answers from', async () => {
    const service = await installation.start('--projections', 'off', ...views());
    const { organisation } = await service.client.ask<{ organisation: object }>(
      '{ organisation(id: "cell-1") { name } }',
    );
    const ready = await service.get('/readyz');
    await service.stop();

    expect(organisation).toEqual({ name: 'Chi bộ 1' });
    expect(ready.status).toBe(200);
  });

  it('says why it does not start while a service has the log of a file', async () => {
    const service = await installation.start();
    await expect(installation.startProjector()).rejects.toThrow(/The projector does not start: /);
    await service.stop();
  });

  it('ends by itself when the port for its health is taken', async () => {
    const service = await elsewhere.start();
    const { port } = new URL(service.url);

    await expect(installation.startProjector('--port', port)).rejects.toThrow(
      /ended \(1\) [^]*The projector does not start: .*EADDRINUSE/,
    );
    await service.stop();
  });
});
