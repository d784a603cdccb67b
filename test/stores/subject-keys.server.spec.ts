import { onServer } from '#read-models/contract';
import { TestDatabases } from '#read-models/mongodb/testing';
import { EventStoreDouble } from '../eventstore-double';
import { found, Installation } from '../support';
import type { RunningService } from '../support';

const MEMBER = 'm00001';
const IDENTITY = `{ member(id: "${MEMBER}") { identity { state fullName } } }`;
const NOWHERE = 'mongodb://127.0.0.1:1/keys?serverSelectionTimeoutMS=100';

/** Two services that share everything but their folders; the master key is brought to both. */
onServer('TEST_MONGODB_URL', 'keys of persons in a server', (address) => {
  const databases = new TestDatabases(address);
  const installations = [new Installation(), new Installation()] as const;
  const [first, second] = installations;
  let double: EventStoreDouble;
  let shared: readonly string[];

  beforeAll(async () => {
    double = await EventStoreDouble.start();
    const keys = first.path('shared-keys');
    shared = ['--event-log-url', double.url, '--read-models-url', databases.newUrl()];
    shared = [...shared, '--keys-dir', keys];
  });
  afterAll(async () => {
    await Promise.all(installations.map((each) => each.remove()));
    await double.stop();
    await databases.remove();
  });

  const named = ({ client }: RunningService, fullName: string) =>
    client.give('recordMemberIdentity', {
      member: MEMBER,
      fullName,
      effectiveAt: '2024-01-02T08:00:00+07:00',
    });

  it('are one for all services, and gone for all once one destroyed them', async () => {
    const own = ['--subject-keys-url', databases.newUrl()];
    const services = await Promise.all([
      first.start(...shared, ...own),
      second.start(...shared, ...own),
    ]);
    const [one, other] = services;
    await found(one.client, 'ward', ['cell']);
    await one.client.give('admitMember', {
      member: MEMBER,
      organisation: 'cell',
      admittedOn: '2020-01-01',
      effectiveAt: '2020-01-01T08:00:00+07:00',
    });
    await named(one, 'Thử Một');
    await named(other, 'Thử Hai');
    const identities = () =>
      Promise.all(
        services.map(async (service) => {
          await service.untilReadinessIs(200);
          return (await service.client.ask<{ member: { identity: object } }>(IDENTITY)).member
            .identity;
        }),
      );
    const known = { state: 'RECORDED', fullName: 'Thử Hai' };
    expect(await identities()).toEqual([known, known]);

    await one.client.give('eraseMemberIdentity', {
      member: MEMBER,
      reason: 'Asked for',
      effectiveAt: '2024-02-02T08:00:00+07:00',
    });
    const gone = { state: 'ERASED', fullName: null };
    expect(await identities()).toEqual([gone, gone]);
    await Promise.all(services.map((service) => service.stop()));
  });

  it('keep nothing else waiting while they are away', async () => {
    const service = await first.start(
      ...shared,
      '--subject-keys-url',
      NOWHERE,
      '--command-timeout',
      '1',
    );
    await service.untilReadinessIs(200);
    await found(service.client, 'other-ward', ['other-cell']);
    const answer = await service.client.post(
      'mutation ($input: RecordMemberIdentityInput!) { recordMemberIdentity(input: $input) { position } }',
      {
        input: {
          commandId: '00000000-0000-4000-8000-000000000001',
          member: MEMBER,
          fullName: 'Thử Ba',
          effectiveAt: '2024-01-02T08:00:00+07:00',
        },
      },
    );
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    await service.stop();
  });
});
