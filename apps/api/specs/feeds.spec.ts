import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { ServiceKeys } from '../keys';
import { FeedClient } from '../testing/feed-client';
import type { Sent } from '../testing/feed-client';
import { RECOGNITION, recognisedCell, YEAR } from '../testing/recognised-cell';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

interface Page {
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly cursor: string;
  readonly caughtUp: boolean;
}

const typesOf = (messages: readonly Sent[]) => messages.map(({ event }) => event);

describe('feeds for programs', () => {
  let api: TestApi;
  const open: FeedClient[] = [];
  beforeAll(async () => {
    api = await startTestApi();
    await recognisedCell(api);
    await api.record('publishRecognition', { ...YEAR, effectiveAt: '2025-01-15T08:00:00+07:00' });
  });
  afterEach(() => {
    for (const feed of open.splice(0)) feed.close();
  });
  afterAll(() => api.stop());

  async function follow(path: string, headers: Record<string, string> = {}): Promise<FeedClient> {
    const feed = await FeedClient.open(`${api.url}${path}`, headers);
    open.push(feed);
    return feed;
  }

  async function ask(path: string, headers: Record<string, string> = {}) {
    const response = await fetch(`${api.url}${path}`, { headers });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  const page = async (path: string, headers: Record<string, string> = {}) =>
    (await ask(path, headers)).body as unknown as Page;

  async function bearer(role: 'INTEGRATOR' | 'SECRETARY' | 'AUDITOR', organisation: string) {
    const token = await api.tokens.issue({ id: 'm00077', role, organisation }, '1h');
    return { authorization: `Bearer ${token}` };
  }

  describe('/feeds/recognitions', () => {
    it('tells recognitions from the first on, and then that the past is through', async () => {
      const feed = await follow('/feeds/recognitions?after=START');
      const messages = await feed.until('caughtUp');
      expect(typesOf(messages)).toEqual(['RecognitionGranted', 'RecognitionPublished', 'caughtUp']);
      expect(messages[0]?.data).toMatchObject({
        specversion: '1.0',
        type: 'vn.four-good.RecognitionGranted.v1',
        subject: 'cell/2024',
        datacontenttype: 'application/json',
        cursor: messages[0]?.id,
        effectiveat: RECOGNITION.effectiveAt,
        data: {
          organisation: {
            id: 'cell',
            kind: 'GRASSROOTS_CELL',
            name: 'Tên',
            ancestors: ['district'],
          },
          year: 2024,
          state: 'GRANTED',
          decision: { number: '1-QĐ/HU', decidedBy: 'district', decidedOn: '2025-01-10' },
        },
      });
      expect(messages[1]?.data).toMatchObject({
        data: { decision: { decidedOn: '2025-01-10', publishedOn: '2025-01-15' } },
      });
    });

    it('goes on behind the last event that the client has seen', async () => {
      const first = await (await follow('/feeds/recognitions?after=START')).next();
      const feed = await follow('/feeds/recognitions?after=START', {
        'last-event-id': first?.id ?? '',
      });
      expect(typesOf(await feed.until('caughtUp'))).toEqual(['RecognitionPublished', 'caughtUp']);
    });

    it('without a cursor, tells only what comes from now on', async () => {
      const feed = await follow('/feeds/recognitions');
      expect(typesOf(await feed.until('caughtUp'))).toEqual(['caughtUp']);
      const reward = { ...YEAR, reward: 'Giấy khen', grantedBy: 'district' };
      await api.record('grantReward', { ...reward, effectiveAt: '2025-01-20T08:00:00+07:00' });
      expect((await feed.next())?.event).toBe('RewardGranted');
    });

    it('tells programs those of their scope, and nothing that lies outside', async () => {
      const seen = await page(
        '/feeds/recognitions?after=START&limit=10',
        await bearer('INTEGRATOR', 'district'),
      );
      expect(seen.events.length).toBeGreaterThan(1);
      const unseen = await page(
        '/feeds/recognitions?after=START&limit=10',
        await bearer('INTEGRATOR', 'elsewhere'),
      );
      expect(unseen).toMatchObject({ events: [], caughtUp: true });
      expect(JSON.stringify(seen)).not.toContain('local-operator');
    });
  });

  describe('/feeds/events', () => {
    it('tells all that was recorded about an organisation and what was below it', async () => {
      const all = await page('/feeds/events?after=START&limit=1000');
      const below = await page('/feeds/events?after=START&limit=1000&organisation=district');
      const own = await page('/feeds/events?after=START&limit=1000&organisation=cell');
      const subjects = (told: Page) => new Set(told.events.map(({ subject }) => subject));
      expect(subjects(own)).toEqual(new Set(['cell', 'cell/2024']));
      expect(subjects(below)).toEqual(new Set(['district', 'cell', 'cell/2024', undefined]));
      expect(below.events.length).toBeLessThan(all.events.length);
    });

    it('tells the types that were asked for, with what was recorded', async () => {
      const { events } = await page('/feeds/events?after=START&limit=9&types=TargetAssigned');
      expect(events).toHaveLength(1);
      expect(events[0]).toMatchObject({
        type: 'vn.four-good.TargetAssigned.v1',
        data: { organisation: 'cell', code: 'budget' },
      });
    });

    it('tells programs no event but those of recognitions', async () => {
      const headers = await bearer('INTEGRATOR', 'district');
      const { events } = await page('/feeds/events?after=START&limit=1000', headers);
      expect(new Set(events.map(({ type }) => type))).not.toContain(
        'vn.four-good.TargetAssigned.v1',
      );
      expect(events.length).toBeGreaterThan(0);
    });

    it('tells programs the same as the history does', async () => {
      const headers = await bearer('INTEGRATOR', 'district');
      const { events } = await page('/feeds/events?after=START&limit=1000', headers);
      const { data } = await api.ask(
        '{ history(filter: {}) { edges { node { id data } } } }',
        {},
        headers,
      );
      const { edges } = (data as { history: { edges: { node: object }[] } }).history;
      expect(edges.map(({ node }) => node)).toEqual(
        events.map(({ id, data: told }) => ({ id, data: told })),
      );
    });

    it('takes the cursors of the history, and the history takes its', async () => {
      const { data } = await api.ask('{ history(filter: {}, first: 3) { edges { cursor } } }');
      const edges = (data as { history: { edges: { cursor: string }[] } }).history.edges;
      const [first, second, third] = edges.map(({ cursor }) => cursor);
      const rest = await page(`/feeds/events?after=${first}&limit=2`);
      expect(rest.events.map(({ cursor }) => cursor)).toEqual([second, third]);
      expect(rest.cursor.length).toBeLessThanOrEqual(160);
      const back = await api.ask(
        'query ($after: Cursor) { history(filter: {}, first: 1, after: $after) { edges { cursor } } }',
        { after: rest.events[0]?.cursor },
      );
      expect(back.data).toEqual({ history: { edges: [{ cursor: third }] } });
    });
  });

  describe('a page', () => {
    it('goes on where the last one ended, until the past is through', async () => {
      const seen: unknown[] = [];
      let cursor = 'START';
      for (let caughtUp = false; !caughtUp;) {
        const next: Page = await page(`/feeds/events?after=${cursor}&limit=4`);
        seen.push(...next.events.map(({ id }) => id));
        ({ cursor, caughtUp } = next);
      }
      const all = await page('/feeds/events?after=START&limit=1000');
      expect(seen).toEqual(all.events.map(({ id }) => id));
    });

    it('waits for what comes', async () => {
      const { cursor } = await page('/feeds/events?after=START&limit=1000');
      const waiting = page(`/feeds/events?after=${cursor}&limit=5&wait=60`);
      await api.record('establishOrganisation', {
        organisation: 'ward',
        kind: 'SUPERIOR_COMMITTEE',
        level: 'DISTRICT',
        name: 'Tên',
        organisationType: 'agency',
        effectiveAt: '2020-01-01T08:00:00+07:00',
      });
      expect((await waiting).events).toMatchObject([
        { type: 'vn.four-good.OrganisationEstablished.v1', subject: 'ward' },
      ]);
    });
  });

  it('is refused as everything is', async () => {
    const codeOf = async (path: string, headers: Record<string, string> = {}) => {
      const { status, body } = await ask(path, headers);
      const [error] = body.errors as { extensions: { code: string } }[];
      return [status, error?.extensions.code];
    };
    const feed = '/feeds/events';
    expect(await codeOf(feed, { authorization: 'Bearer x' })).toEqual([401, 'UNAUTHENTICATED']);
    expect(await codeOf(`${feed}?types=Nothing`)).toEqual([400, 'VALIDATION_FAILED']);
    expect(await codeOf(`${feed}?type=RewardGranted`)).toEqual([400, 'VALIDATION_FAILED']);
    expect(await codeOf(`${feed}?limit=0`)).toEqual([400, 'VALIDATION_FAILED']);
    expect(await codeOf(`${feed}?wait=61`)).toEqual([400, 'VALIDATION_FAILED']);
    expect(await codeOf(`${feed}?after=x`)).toEqual([400, 'CURSOR_INVALID']);
    expect(await codeOf(`${feed}?after=x&after=y`)).toEqual([400, 'VALIDATION_FAILED']);
    await api.record('establishOrganisation', {
      organisation: 'ended',
      kind: 'GRASSROOTS_CELL',
      name: 'Tên',
      organisationType: 'agency',
    });
    await api.record('dissolveOrganisation', { organisation: 'ended' });
    await api.settle();
    const headers = await bearer('SECRETARY', 'ended');
    expect(await codeOf(feed, headers)).toEqual([403, 'FORBIDDEN']);
  });

  describe('/schemas', () => {
    it('hold for every event that is told', async () => {
      const { events } = await page('/feeds/events?after=START&limit=1000');
      for (const type of new Set(events.map((event) => String(event.type)))) {
        const { status, body } = await ask(`/schemas/${type}.json`);
        expect(status).toBe(200);
        const schema = z.fromJSONSchema(body);
        for (const event of events.filter((one) => one.type === type)) {
          expect(schema.safeParse(event)).toMatchObject({ success: true });
          expect(schema.safeParse({ ...event, source: 'elsewhere' }).success).toBe(false);
        }
      }
    });

    it('are not there for what is no type of event', async () => {
      expect((await ask('/schemas/vn.four-good.Nothing.v1.json')).status).toBe(404);
    });
  });
});

describe('a feed that goes on', () => {
  let api: TestApi;
  afterEach(() => api.stop());

  it('tells how far it has come when nothing matches', async () => {
    api = await startTestApi({ feedHeartbeatMs: 20 });
    const feed = await FeedClient.open(`${api.url}/feeds/recognitions`);
    const start = (await feed.next())?.id;
    await api.record('establishOrganisation', {
      organisation: 'cell',
      kind: 'GRASSROOTS_CELL',
      name: 'Tên',
      organisationType: 'agency',
    });
    let beat = await feed.next();
    while (beat?.id === start) beat = await feed.next();
    expect(beat).toMatchObject({ event: 'heartbeat', data: { cursor: beat?.id } });
    feed.close();
  });

  it('ends when the token is not valid any more, and says so', async () => {
    api = await startTestApi({ feedHeartbeatMs: 20 });
    const auditor = { id: 'm00078', role: 'AUDITOR', organisation: 'district' } as const;
    const token = await api.tokens.issue(auditor, '1h');
    const authorization = `Bearer ${token}`;
    const feed = await FeedClient.open(`${api.url}/feeds/recognitions`, { authorization });
    new ServiceKeys(join(api.dataDir, 'keys')).tokens.revoke(decodeJwt(token).jti ?? '');
    const last = (await feed.until('error')).at(-1);
    expect(last?.data).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    expect(await feed.next()).toBeUndefined();
  });

  it('follows the tree: what moves out of the scope is told of until it has moved', async () => {
    api = await startTestApi();
    const establish = (organisation: string, kind: string, parent: string) =>
      api.record('establishOrganisation', {
        organisation,
        kind,
        name: organisation,
        organisationType: 'agency',
        ...(parent === '' ? {} : { parent }),
      });
    const rename = (organisation: string, name: string) =>
      api.record('renameOrganisation', {
        organisation,
        name,
        effectiveAt: '2024-03-01T08:00:00+07:00',
      });
    await establish('district', 'SUPERIOR_COMMITTEE', '');
    await establish('ward-1', 'GRASSROOTS_COMMITTEE', 'district');
    await establish('ward-2', 'GRASSROOTS_COMMITTEE', 'district');
    await establish('cell', 'SUBORDINATE_CELL', 'ward-1');
    await api.settle();
    const auditor = { id: 'm00078', role: 'AUDITOR', organisation: 'ward-1' } as const;
    const authorization = `Bearer ${await api.tokens.issue(auditor, '1h')}`;
    const feed = await FeedClient.open(`${api.url}/feeds/events`, { authorization });
    await feed.until('caughtUp');
    const next = async (): Promise<unknown> => {
      const { data } = (await feed.next()) ?? { data: {} };
      const { data: fact } = data as { readonly data: { name?: string; to?: string } };
      return fact.name ?? fact.to;
    };

    await rename('cell', 'before');
    expect(await next()).toBe('before');
    await api.record('reparentOrganisation', {
      organisation: 'cell',
      to: 'ward-2',
      effectiveAt: '2024-02-01T08:00:00+07:00',
    });
    await rename('cell', 'after');
    await api.record('dissolveOrganisation', {
      organisation: 'cell',
      effectiveAt: '2024-04-01T08:00:00+07:00',
    });
    await rename('ward-1', 'last');

    expect([await next(), await next()]).toEqual(['ward-2', 'last']);
    feed.close();
  });

  it('ends with the service, and goes on in the next one where it was', async () => {
    api = await startTestApi();
    await recognisedCell(api);
    const feed = await FeedClient.open(`${api.url}/feeds/recognitions?after=START`);
    const seen = (await feed.until('caughtUp')).at(-1)?.id ?? '';
    const { dataDir } = api;
    await api.close();
    expect(await feed.next()).toBeUndefined();
    api = await startTestApi({ dataDir });
    await api.record('publishRecognition', { ...YEAR, effectiveAt: '2025-01-15T08:00:00+07:00' });
    const again = await FeedClient.open(`${api.url}/feeds/recognitions`, { 'last-event-id': seen });
    expect(typesOf(await again.until('caughtUp'))).toEqual(['RecognitionPublished', 'caughtUp']);
    again.close();
  });
});
