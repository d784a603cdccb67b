import { appraisedCell, RECOGNITION, recognisedCell, YEAR } from '../testing/recognised-cell';
import { Subscriber } from '../testing/subscriber';
import {
  EVENT_LOG,
  RECOGNITION_EVENTS,
  SCORECARD_CHANGED,
  toldTypes,
} from '../testing/subscriptions';
import { startTestApi } from '../testing/test-api';
import type { TestApi, TestApiOptions } from '../testing/test-api';

const PUBLISHED = { ...YEAR, effectiveAt: '2025-01-15T08:00:00+07:00' };
const WARD = {
  organisation: 'ward',
  kind: 'SUPERIOR_COMMITTEE',
  level: 'DISTRICT',
  name: 'Tên',
  organisationType: 'agency',
  effectiveAt: '2020-01-01T08:00:00+07:00',
};
const CELL = { ...WARD, kind: 'GRASSROOTS_CELL', level: undefined, parent: 'district' };

describe('a subscription', () => {
  let api: TestApi;
  const open: Subscriber[] = [];
  const given = async (options?: TestApiOptions) => {
    api = await startTestApi(options);
  };
  afterEach(async () => {
    for (const subscriber of open.splice(0)) await subscriber.close();
  });

  function subscriber(params: object = {}): Subscriber {
    const connected = new Subscriber(api.url, { ...params });
    open.push(connected);
    return connected;
  }

  const subscribe = (query: string, variables: object = {}, params: object = {}) =>
    subscriber(params).subscribe(query, variables);

  async function bearer(role: 'INTEGRATOR' | 'SECRETARY' | 'AUDITOR', organisation: string) {
    const token = await api.tokens.issue({ id: 'm00077', role, organisation }, '1h');
    return { authorization: `Bearer ${token}` };
  }

  describe('to what is recorded', () => {
    beforeAll(async () => {
      await given();
      await recognisedCell(api);
      await api.record('publishRecognition', PUBLISHED);
      await api.record('establishOrganisation', WARD);
      await api.record('establishOrganisation', { ...CELL, organisation: 'other-cell' });
      await api.settle();
    });
    afterAll(() => api.stop());

    /** Recorded now, about the cell. */
    let rewards = 0;
    const reward = () => {
      rewards += 1;
      const granted = { reward: `Giấy khen ${rewards}`, grantedBy: 'district' };
      return api.record('grantReward', { ...PUBLISHED, ...granted });
    };

    const types = ['RecognitionGranted', 'RecognitionPublished'];
    const told = async (variables: object, params: object = {}) =>
      toldTypes(
        await subscribe(RECOGNITION_EVENTS, { after: 'START', types, ...variables }, params).until(
          'FeedCaughtUp',
        ),
      );

    it('tells the past, that it is through, and then what is recorded', async () => {
      const feed = subscribe(RECOGNITION_EVENTS, { after: 'START' });
      const past = await feed.until('FeedCaughtUp');
      expect(toldTypes(past)).toEqual([...types, 'FeedCaughtUp']);
      expect(past[0]).toMatchObject({
        event: { actor: { id: 'local-operator' }, data: { number: RECOGNITION.number } },
        recognition: {
          state: 'GRANTED',
          number: RECOGNITION.number,
          organisation: { id: 'cell', name: 'Tên' },
        },
      });
      const { events } = await reward();
      expect(await feed.next()).toMatchObject({ event: { id: events[0]?.id } });
    });

    it('goes on behind any cursor of a feed or of the history', async () => {
      const [first] = await subscribe(RECOGNITION_EVENTS, { after: 'START' }).take(1);
      expect(await told({ after: first?.cursor })).toEqual([
        'RecognitionPublished',
        'FeedCaughtUp',
      ]);
      await api.settle();
      const { data } = await api.ask('{ history(filter: {}, last: 1) { edges { cursor } } }');
      const [edge] = (data as { history: { edges: { cursor: string }[] } }).history.edges;
      const [end] = await subscribe(RECOGNITION_EVENTS, { after: edge?.cursor }).take(1);
      expect(end).toEqual({ __typename: 'FeedCaughtUp', cursor: edge?.cursor });
    });

    it('without a cursor, tells what is recorded from now on', async () => {
      const feed = subscribe(RECOGNITION_EVENTS, { after: null });
      expect(toldTypes(await feed.take(1))).toEqual(['FeedCaughtUp']);
      await reward();
      expect(toldTypes(await feed.take(1))).toEqual(['RewardGranted']);
    });

    it('tells the types, and the part of the tree, that were asked for', async () => {
      const published = { types: ['RecognitionPublished'] };
      expect(await told(published)).toEqual(['RecognitionPublished', 'FeedCaughtUp']);
      expect(await told({ under: 'district' })).toEqual([...types, 'FeedCaughtUp']);
      expect(await told({ under: 'ward' })).toEqual(['FeedCaughtUp']);
    });

    it('tells programs of their scope, and no person', async () => {
      const feed = subscribe(
        RECOGNITION_EVENTS,
        { after: 'START' },
        await bearer('INTEGRATOR', 'district'),
      );
      const [granted] = await feed.take(1);
      expect(granted).toMatchObject({
        event: { actor: { id: 'hidden' }, members: [], evidence: [], reason: null },
        recognition: { state: 'GRANTED' },
      });
      expect(JSON.stringify(granted)).not.toContain('local-operator');
      expect(await told({}, await bearer('INTEGRATOR', 'ward'))).toEqual(['FeedCaughtUp']);
    });

    it('tells the secretary of another cell nothing', async () => {
      expect(await told({}, await bearer('SECRETARY', 'other-cell'))).toEqual(['FeedCaughtUp']);
      expect(await told({}, await bearer('SECRETARY', 'cell'))).toEqual([...types, 'FeedCaughtUp']);
    });

    it('of many costs the log one subscription', async () => {
      const subscribing = jest.spyOn(api.service.log, 'subscribe');
      const feeds = [RECOGNITION_EVENTS, EVENT_LOG, RECOGNITION_EVENTS].map((query) =>
        subscribe(query),
      );
      for (const feed of feeds) await feed.until('FeedCaughtUp');
      expect(subscribing).toHaveBeenCalledTimes(1);
    });

    it('tells what the history shows, in its order', async () => {
      await api.settle();
      const { data } = await api.ask('{ history(filter: {}) { edges { cursor node { id } } } }');
      const { edges } = (data as { history: { edges: { cursor: string; node: object }[] } })
        .history;
      const all = await subscribe(EVENT_LOG, { after: 'START' }).until('FeedCaughtUp');
      expect(all).toMatchObject([
        ...edges.map(({ cursor, node }) => ({ cursor, event: node })),
        { cursor: edges.at(-1)?.cursor },
      ]);
    });

    const selected = async (filter: object, params: object = {}) =>
      toldTypes(
        await subscribe(EVENT_LOG, { after: 'START', filter }, params).until('FeedCaughtUp'),
      );

    it('tells what its filter selects', async () => {
      const filter = { organisation: 'cell', types: ['TargetAssigned', 'FrameworkDrafted'] };
      expect(await selected(filter)).toEqual(['TargetAssigned', 'FeedCaughtUp']);
    });

    it('tells programs recognition events alone, and finds none by a person', async () => {
      const params = await bearer('INTEGRATOR', 'district');
      const all = await selected({}, params);
      expect(all.slice(0, 2)).toEqual(types);
      expect(all).not.toContain('TargetAssigned');
      expect(await selected({ actor: 'local-operator' }, params)).toEqual(['FeedCaughtUp']);
    });
  });

  it('tells how far it has come when nothing matches', async () => {
    await given({ feedHeartbeatMs: 20 });
    const feed = subscribe(RECOGNITION_EVENTS);
    const [start] = await feed.until('FeedCaughtUp');
    await api.record('establishOrganisation', WARD);
    let [beat] = await feed.take(1);
    while (beat?.cursor === start?.cursor) [beat] = await feed.take(1);
    expect(beat?.__typename).toBe('FeedHeartbeat');
    const [end] = await subscribe(EVENT_LOG, { after: beat?.cursor }).take(1);
    expect(end?.__typename).toBe('FeedCaughtUp');
    await api.stop();
  });

  describe('to scorecardChanged', () => {
    beforeAll(() => given());
    afterAll(() => api.stop());

    it('tells the scorecard as it is, and then each change, the last one always', async () => {
      await appraisedCell(api);
      await api.settle();
      const changes = subscribe(SCORECARD_CHANGED, YEAR);
      expect(await changes.next()).toEqual({
        outcome: 'ELIGIBLE',
        organisation: { id: 'cell' },
        recognition: { state: 'OPENED' },
      });
      await api.record('grantRecognition', RECOGNITION);
      await api.record('publishRecognition', PUBLISHED);
      const target = { ...YEAR, code: 'more', title: 'T', unit: '%', assigned: '100' };
      await api.record('assignTarget', { ...target, direction: 'AT_LEAST' });
      for (;;) {
        const state = await changes.next();
        if (state?.outcome === 'PENDING') break;
      }
    });

    it('is refused alike for an organisation that there is not and one outside the scope', async () => {
      const failure = async (params: object, organisation: string) => {
        const { errors } = await subscribe(
          SCORECARD_CHANGED,
          { organisation, year: 2024 },
          params,
        ).failure();
        return errors.map(({ message, extensions }) => [
          message.replace(organisation, 'ID'),
          extensions,
        ]);
      };
      const unknown = await failure({}, 'nobody');
      expect(unknown).toEqual([['There is no organisation ID.', { code: 'NOT_FOUND' }]]);
      const elsewhere = await bearer('SECRETARY', 'elsewhere');
      expect(await failure(elsewhere, 'cell')).toEqual(unknown);
    });
  });
});
