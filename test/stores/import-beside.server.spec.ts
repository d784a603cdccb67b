import { cpSync } from 'node:fs';
import { onServer } from '#read-models/contract';
import { TestDatabases } from '#read-models/mongodb/testing';
import { EventStoreDouble } from '../eventstore-double';
import { Installation, leasesIn, SAMPLE } from '../support';
import type { RunningService } from '../support';

onServer('TEST_MONGODB_URL', 'an import on stores that others use too', (address) => {
  const databases = new TestDatabases(address);
  const views = databases.newUrl();
  let double: EventStoreDouble;
  let installation: Installation;
  let elsewhere: Installation;
  let service: RunningService;
  let projector: RunningService;

  beforeAll(async () => {
    double = await EventStoreDouble.start();
    const stores = { EVENT_LOG_URL: double.url, READ_MODELS_URL: views };
    installation = new Installation(stores);
    elsewhere = new Installation(stores);
    service = await installation.start('--projections', 'off');
    projector = await installation.startProjector();
    await projector.untilReadinessIs(200);
  });

  afterAll(async () => {
    await Promise.all([installation.remove(), elsewhere.remove()]);
    await databases.remove();
    await double.stop();
  });

  /** The report is written beside the bundle. */
  function bundleAt(place: Installation): string {
    const bundle = place.path('ward-2024');
    cpSync(SAMPLE, bundle, { recursive: true });
    return bundle;
  }

  it('is taken by the service it is given beside, which leaves the read models to a projector', async () => {
    const owners = await ownersIn(views);
    const { code, stdout } = await installation.import(bundleAt(installation));

    expect(stdout).toMatch(/meetings\.csv: [1-9]\d* recorded, 0 already there, 0 refused/);
    expect(code).toBe(0);
    expect(await ownersIn(views)).toEqual(owners);
  });

  it('takes nothing from the projector where it finds no service, and waits for its read models', async () => {
    const owners = await ownersIn(views);
    const { code, stdout } = await elsewhere.import(bundleAt(elsewhere));
    const { status } = await service.client.ask<{ status: { projections: readonly object[] } }>(
      '{ status { projections { ownership eventsBehind } } }',
    );

    expect(stdout).toMatch(/meetings\.csv: 0 recorded, [1-9]\d* already there, 0 refused/);
    expect(code).toBe(0);
    // Had one been taken over, were it for a moment, its epoch would be another.
    expect(await ownersIn(views)).toEqual(owners);
    expect(new Set(status.projections.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ ownership: 'ELSEWHERE', eventsBehind: 0 })]),
    );
  });

  it('keeps the read models itself where nobody does, and gives them back at its end', async () => {
    // Killed, it leaves its word of where it can be reached.
    await Promise.all([service.kill(), projector.stop()]);
    const before = await ownersIn(views);
    const { code } = await elsewhere.import(bundleAt(elsewhere));

    expect(code).toBe(0);
    expect(before).toEqual(new Map());
    expect(await ownersIn(views)).toEqual(new Map());
  });
});

/** Every acquisition has an epoch of its own. */
async function ownersIn(views: string): Promise<ReadonlyMap<string, string>> {
  const leases = await leasesIn(views);
  return new Map(
    [...leases].map(([projection, { holder, epoch }]) => [projection, `${holder}, ${epoch}`]),
  );
}
