import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onServer } from '#read-models/contract';
import { TestDatabases } from '#read-models/mongodb/testing';
import { EventStoreDouble } from '../eventstore-double';
import { Installation, PROJECT } from '../support';
import type { RunningService } from '../support';

const CHECKS = join(PROJECT, 'docker', 'installation-checks.mts');

/** What docker/compose.cluster.yml puts together, without containers: the checks are those of docker/smoke.mts. */
onServer('TEST_MONGODB_URL', 'two services and two projectors', (address) => {
  const databases = new TestDatabases(address);
  const installations = [new Installation(), new Installation()] as const;
  const [first, second] = installations;
  let double: EventStoreDouble;
  let stores: readonly string[];
  let urls: readonly string[];
  let projectors: RunningService[];
  let token: string;

  beforeAll(async () => {
    double = await EventStoreDouble.start();
    stores = ['--event-log-url', double.url, '--read-models-url', databases.newUrl()];
    const keys = join(first.dataDir, 'keys');
    const flags = ['--projections', 'off', '--keys-dir', keys, '--local-operator', 'off'];
    projectors = [await first.startProjector(...stores), await second.startProjector(...stores)];
    const services = installations.map((each) => each.start(...stores, ...flags));
    urls = (await Promise.all(services)).map(({ url }) => url);
    const who = ['--actor', 'checks', '--role', 'OPERATOR', '--organisation', 'local'];
    token = (await first.token(...who)).stdout.trim();
  });

  afterAll(async () => {
    await Promise.all(installations.map((each) => each.remove()));
    await double.stop();
    await databases.remove();
  });

  const check = () =>
    promisify(execFile)(process.execPath, [CHECKS, ...urls], {
      env: { ...process.env, TOKEN: token },
    });

  it('do what they should, and go on when one projector after the other is killed', async () => {
    expect((await check()).stdout).toContain('does what it should');
    for (const at of [0, 1]) {
      await projectors[at]?.kill();
      expect((await check()).stdout).toContain('does what it should');
      projectors[at] = await first.startProjector(...stores);
    }
  });
});
