import { join } from 'node:path';
import { setTimeout as elapsed } from 'node:timers/promises';
import { readCheckpoint } from '#ledger';
import { onServer } from '#read-models/contract';
import { TestDatabases } from '#read-models/mongodb/testing';
import { EventStoreDouble } from '../eventstore-double';
import { found, Installation, receiptOf } from '../support';
import type { RunningService } from '../support';

const ASK_EVERY_MS = 50;
const REASON = 'Khôi phục từ bản sao lưu tháng 5.';
const CHECKPOINT = `{ checkpoint { origin size root } }`;

interface ToldCheckpoint {
  readonly origin: string;
  readonly size: string;
  readonly root: string;
}

const text = async (service: RunningService, path: string) => {
  const answer = await service.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
};
const checkpointOf = async (service: RunningService) =>
  (await service.client.ask<{ checkpoint: ToldCheckpoint }>(CHECKPOINT)).checkpoint;
const ledgerOf = async (service: RunningService) =>
  ((await (await service.get('/readyz')).json()) as { ledger: { state: string; found?: object } })
    .ledger;

/** Two services beside one log and one database, with one folder of keys. */
onServer('TEST_MONGODB_URL', 'a ledger that two services keep together', (address) => {
  const databases = new TestDatabases(address);
  const readModels = databases.newUrl();
  const installations = [new Installation(), new Installation()] as const;
  const [first, second] = installations;
  let one: RunningService;
  let other: RunningService;
  let double: EventStoreDouble;
  let shared: readonly string[];

  beforeAll(async () => {
    double = await EventStoreDouble.start();
    shared = ['--event-log-url', double.url, '--read-models-url', readModels];
    shared = [
      ...shared,
      '--keys-dir',
      join(first.dataDir, 'keys'),
      '--ledger-interval',
      '1s',
      '--due-dates',
      'off',
    ];
    one = await first.start(...shared);
    other = await second.start(...shared);
    await found(one.client, 'ward', ['cell']);
  });
  afterAll(async () => {
    await Promise.all(installations.map((each) => each.remove()));
    await double.stop();
    await databases.remove();
  });

  /** In both services at the same time. */
  const inBoth = <T>(ask: (service: RunningService) => Promise<T>) =>
    Promise.all([one, other].map(ask));

  const admit = (service: RunningService, member: string) =>
    service.client.give('admitMember', {
      member,
      organisation: 'cell',
      admittedOn: '2020-01-01',
      effectiveAt: '2020-01-01T08:00:00+07:00',
    });

  it('is one, whichever of them is asked, while both record', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      await Promise.all([one, other].map((service, at) => admit(service, `m0000${turn}${at}`)));
      const [told, toldToo] = await inBoth(checkpointOf);
      expect(toldToo).toEqual(told);
      const [kept, keptToo] = await inBoth((service) => text(service, '/ledger/checkpoints'));
      expect(keptToo).toBe(kept);
    }
    const [keys, keysToo] = await inBoth((service) => text(service, '/ledger/key'));
    expect(keysToo).toBe(keys);
    expect(keys?.trim().split('\n')).toHaveLength(1);
  });

  it('is not in their folders, and goes on where one of them is killed', async () => {
    const before = await text(other, '/ledger/checkpoints');
    await one.kill();
    await admit(other, 'm00021');
    const { size } = await checkpointOf(other);
    const replaced = new Installation();
    one = await replaced.start(...shared);
    await one.untilReadinessIs(200);
    expect(await checkpointOf(one)).toMatchObject({ size });
    expect((await text(one, '/ledger/checkpoints')).startsWith(before)).toBe(true);
    await one.stop();
    await replaced.remove();
    one = await first.start(...shared);
  });

  it('has one list of who looked beside it, which both sign', async () => {
    const exported = (service: RunningService) =>
      text(service, `/ledger/events?from=0&to=3&under=ward`);
    const looked = `{ accessRecords(last: 2) { edges { node { kind count } } } }`;
    await inBoth(exported);
    const told = await inBoth((service) => service.client.ask<object>(looked));
    const node = { kind: 'EXPORT', count: 3 };
    const expected = { accessRecords: { edges: [{ node }, { node }] } };
    expect(told).toEqual([expected, expected]);
    const [signed, signedToo] = await inBoth((service) =>
      text(service, '/ledger/access/checkpoint'),
    );
    expect(signedToo).toBe(signed);
    const [keys, keysToo] = await inBoth((service) => text(service, '/ledger/access/key'));
    expect(keysToo).toBe(keys);
  });

  it('is not touched by read models that are built anew', async () => {
    const before = await text(other, '/ledger/checkpoints');
    await Promise.all([one, other].map((service) => service.stop()));
    const environment = { EVENT_LOG_URL: double.url, READ_MODELS_URL: readModels };
    expect((await first.rebuild(['from-scratch'], environment)).code).toBe(0);
    one = await first.start(...shared);
    other = await second.start(...shared);
    expect((await text(other, '/ledger/checkpoints')).startsWith(before)).toBe(true);
  });

  it('is not disturbed by a service that has other keys', async () => {
    const stranger = new Installation();
    const itself = await stranger.start(...shared, '--keys-dir', stranger.path('keys'));
    while ((await ledgerOf(itself)).state !== 'BROKEN') await elapsed(ASK_EVERY_MS);
    expect((await ledgerOf(itself)).found).toMatchObject({
      reason: expect.stringContaining('not signed by this key') as string,
    });
    await admit(one, 'm00031');
    const [told, toldToo] = await inBoth(checkpointOf);
    expect(toldToo).toEqual(told);
    expect(await ledgerOf(one)).toEqual({ state: 'SIGNING' });
    await itself.stop();
    await stranger.remove();
  });

  it('is in a back-up, which one process goes on with', async () => {
    const folder = first.path('back-up');
    const environment = { EVENT_LOG_URL: double.url, READ_MODELS_URL: readModels };
    const before = await text(one, '/ledger/checkpoints');
    expect((await first.backUp(folder, environment)).code).toBe(0);
    const restored = new Installation();
    const keys = ['--keys-dir', join(first.dataDir, 'keys')];
    const alone = await restored.start('--data-dir', folder, ...keys);
    await alone.untilReadinessIs(200);
    const { size } = await checkpointOf(alone);
    expect((await text(alone, '/ledger/checkpoints')).startsWith(before)).toBe(true);
    expect(await checkpointOf(one)).toMatchObject({ size });
    expect((await ledgerOf(alone)).state).toBe('SIGNING');
    await alone.stop();
    await restored.remove();
  });

  it('is broken for each that finds it so, and followed by all once an operator accepts it', async () => {
    const { size } = await checkpointOf(one);
    await one.stop();
    await double.tell({
      kind: 'alter-event',
      stream: 'member-m000000',
      revision: 0,
      words: '2020-01-01',
      by: '2019-01-01',
    });
    one = await first.start(...shared);
    while ((await ledgerOf(one)).state !== 'BROKEN') await elapsed(ASK_EVERY_MS);
    // The other one has compared its log before that.
    expect((await ledgerOf(other)).state).toBe('SIGNING');

    receiptOf(await one.client.attempt('acceptLedgerBreak', acceptance()));
    for (const service of [one, other]) {
      let told = await checkpointOf(service);
      while (!told.origin.endsWith('/2')) {
        await elapsed(ASK_EVERY_MS);
        told = await checkpointOf(service);
      }
    }
    const [told, toldToo] = await inBoth(checkpointOf);
    expect(toldToo).toEqual(told);
    const [former, formerToo] = await inBoth((service) =>
      text(service, '/ledger/trees/1/checkpoints'),
    );
    expect(formerToo).toBe(former);
    const last = former?.split(/(?<=\n)---\n/).at(-1) ?? '';
    expect(readCheckpoint(last).size).toBe(Number(size));
    const [keys, keysToo] = await inBoth((service) => text(service, '/ledger/key'));
    expect(keysToo).toBe(keys);
    expect(keys).toContain('tree=2');
  });
});

function acceptance() {
  return {
    commandId: '00000000-0000-4000-8000-000000000002',
    reason: REASON,
    effectiveAt: '2024-02-02T08:00:00+07:00',
  };
}
