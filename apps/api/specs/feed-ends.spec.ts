import { recognisedCell, YEAR } from '../testing/recognised-cell';
import { Subscriber } from '../testing/subscriber';
import { EVENT_LOG, RECOGNITION_EVENTS, toldTypes } from '../testing/subscriptions';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

describe('a service that ends', () => {
  let api: TestApi;
  afterEach(() => api.stop());

  it('says so to each subscription, with where it goes on, and closes the connection', async () => {
    api = await startTestApi();
    await recognisedCell(api);
    const subscriber = new Subscriber(api.url);
    const feed = subscriber.subscribe(RECOGNITION_EVENTS, { after: 'START' });
    const other = subscriber.subscribe(EVENT_LOG);
    const seen = (await feed.until('FeedCaughtUp')).at(-1);
    await other.until('FeedCaughtUp');
    const { dataDir } = api;
    const [failure, otherFailure] = [feed.failure(), other.failure()];
    await api.close();
    expect((await failure).extensions).toEqual({ code: 'FEED_ENDED', resumeAfter: seen?.cursor });
    expect((await otherFailure).extensions.code).toBe('FEED_ENDED');
    expect((await subscriber.closed).code).toBe(1012);

    api = await startTestApi({ dataDir });
    await api.record('publishRecognition', { ...YEAR, effectiveAt: '2025-01-15T08:00:00+07:00' });
    const again = new Subscriber(api.url);
    const resumed = again.subscribe(RECOGNITION_EVENTS, { after: seen?.cursor });
    expect(toldTypes(await resumed.until('FeedCaughtUp'))).toEqual([
      'RecognitionPublished',
      'FeedCaughtUp',
    ]);
    await again.close();
  });

  it('does not wait for clients that are silent', async () => {
    api = await startTestApi();
    const silent = new Subscriber(api.url);
    await silent.ask('{ status { position } }');
    await api.close();
    expect((await silent.closed).code).toBe(1012);
  });
});
