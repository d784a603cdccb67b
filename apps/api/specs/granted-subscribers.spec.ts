import { AUDIENCE, OpenIdProvider } from '../testing/openid-provider';
import { Subscriber } from '../testing/subscriber';
import { EVENT_LOG } from '../testing/subscriptions';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const PERSON = 'm00001';

describe('somebody who signs in with a provider, and subscribes', () => {
  let provider: OpenIdProvider;
  let api: TestApi;
  let authorization: string;

  beforeAll(async () => {
    provider = await OpenIdProvider.start(PERSON);
    api = await startTestApi({
      feedHeartbeatMs: 20,
      openId: { issuer: provider.issuer, audience: AUDIENCE },
    });
    authorization = `Bearer ${await provider.tokenOf(PERSON)}`;
    for (const organisation of ['ward', 'office']) {
      await api.record('establishOrganisation', {
        organisation,
        kind: 'GRASSROOTS_COMMITTEE',
        name: 'Đảng bộ',
        organisationType: 'agency',
      });
      const grant = { grant: `in-${organisation}`, subject: PERSON, role: 'AUDITOR', organisation };
      await api.record('grantRole', { ...grant, from: '2024-01-01' });
    }
    await api.settle();
  });
  afterAll(async () => {
    await api.stop();
    await provider.stop();
  });

  it('names the grant in which to act with the token', async () => {
    const undecided = new Subscriber(api.url, { authorization });
    await undecided
      .subscribe(EVENT_LOG)
      .failure()
      .catch(() => undefined);
    expect((await undecided.closed).code).toBe(4403);

    const decided = new Subscriber(api.url, { authorization, 'x-acting-as': 'in-office' });
    const filter = { types: ['OrganisationEstablished'] };
    const feed = decided.subscribe(EVENT_LOG, { after: 'START', filter });
    // On a machine that is busy, a heartbeat may come before the past is through.
    const told = (await feed.until('FeedCaughtUp')).map(({ __typename }) => __typename);
    expect(told.filter((kind) => kind !== 'FeedHeartbeat')).toEqual([
      'EventFeedEvent',
      'FeedCaughtUp',
    ]);
    await decided.close();
  });

  it('is let go when the grant ends, before any read model has heard of it', async () => {
    const subscriber = new Subscriber(api.url, { authorization, 'x-acting-as': 'in-ward' });
    const feed = subscriber.subscribe(EVENT_LOG);
    await feed.take(1);
    await api.record('endRole', { grant: 'in-ward', on: '2024-06-01', reason: 'Moved away' });
    const { extensions } = await feed.failure();
    expect(extensions).toMatchObject({ code: 'FORBIDDEN', resumeAfter: expect.any(String) });
    expect((await subscriber.closed).code).toBe(4403);
  });

  it('is let go when another role has taken the place of the one in which it began', async () => {
    const subscriber = new Subscriber(api.url, { authorization });
    const feed = subscriber.subscribe(EVENT_LOG);
    await feed.take(1);
    const grant = { grant: 'next', subject: PERSON, role: 'INTEGRATOR', organisation: 'ward' };
    await api.record('grantRole', { ...grant, from: '2024-01-01' });
    await api.record('endRole', { grant: 'in-office', on: '2024-06-01', reason: 'Moved' });
    expect((await feed.failure()).extensions.code).toBe('FORBIDDEN');
    expect((await subscriber.closed).code).toBe(4403);
  });
});
