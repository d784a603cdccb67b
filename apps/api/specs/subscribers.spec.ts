import { decodeJwt } from 'jose';
import { RECOGNITION, recognisedCell, YEAR } from '../testing/recognised-cell';
import { Subscriber } from '../testing/subscriber';
import { EVENT_LOG, RECOGNITION_EVENTS, SCORECARD_CHANGED } from '../testing/subscriptions';
import { mutationOf, startTestApi, withCommon } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const CHILDREN = 'children(first: 200) { edges { node';
const TOO_LARGE = [
  'subscription { recognitionEvents { ... on RecognitionFeedEvent { recognition { organisation {',
  `${CHILDREN} { ${CHILDREN} { id name kind organisationType`,
  '}'.repeat(11),
].join(' ');

type Role = 'INTEGRATOR' | 'SECRETARY' | 'AUDITOR';

describe('whoever subscribes', () => {
  let api: TestApi;
  const open: Subscriber[] = [];
  beforeAll(async () => {
    // Identity is asked with every heartbeat: what ends is noticed soon.
    api = await startTestApi({ feedHeartbeatMs: 20 });
    await recognisedCell(api);
  });
  afterEach(async () => {
    for (const subscriber of open.splice(0)) await subscriber.close();
  });
  afterAll(() => api.stop());

  function connect(params: object = {}, headers: Record<string, string> = {}): Subscriber {
    const connected = new Subscriber(api.url, { ...params }, headers);
    open.push(connected);
    return connected;
  }

  async function bearer(role: Role, organisation: string) {
    const token = await api.tokens.issue({ id: 'm00077', role, organisation }, '1h');
    return { authorization: `Bearer ${token}` };
  }

  const begins = async (subscriber: Subscriber): Promise<unknown> => {
    const [first] = await subscriber.subscribe(EVENT_LOG).take(1);
    return first?.__typename;
  };

  /** The code with which a connection is closed before anything is told. */
  async function closedWith(params: object, headers: Record<string, string> = {}) {
    const subscriber = connect(params, headers);
    await expect(begins(subscriber)).rejects.toMatchObject({ code: expect.any(Number) });
    return (await subscriber.closed).code;
  }

  it('says so in the parameters of the connection, or in the header', async () => {
    const auditor = await bearer('AUDITOR', 'district');
    expect(await begins(connect(auditor))).toBe('FeedCaughtUp');
    expect(await begins(connect({ Authorization: auditor.authorization }))).toBe('FeedCaughtUp');
    expect(await begins(connect({}, auditor))).toBe('FeedCaughtUp');
  });

  it('is not let in with a token that is not valid', async () => {
    expect(await closedWith({ authorization: 'Bearer x' })).toBe(4401);
    expect(await closedWith({ authorization: ['Bearer x'] })).toBe(4401);
    expect(await closedWith({}, { authorization: 'Bearer x' })).toBe(4401);
    const auditor = await bearer('AUDITOR', 'district');
    expect(await closedWith({ authorization: 'Bearer x' }, auditor)).toBe(4401);
  });

  it('needs a token where a page of another site, or a proxy, may be behind it', async () => {
    const { host } = new URL(api.url);
    expect(await begins(connect({}, { origin: `http://${host}` }))).toBe('FeedCaughtUp');
    expect(await closedWith({}, { origin: 'http://elsewhere.example' })).toBe(4401);
    expect(await closedWith({}, { host: 'elsewhere.example' })).toBe(4401);
    expect(await closedWith({}, { 'x-forwarded-for': '192.0.2.1' })).toBe(4401);
    // What is sent along by a browser alone says nothing of who asks.
    expect(await closedWith({}, { origin: 'http://elsewhere.example', cookie: 'session=x' })).toBe(
      4401,
    );
  });

  it('is let go when the token is revoked', async () => {
    const { authorization } = await bearer('AUDITOR', 'district');
    const subscriber = connect({ authorization });
    const feed = subscriber.subscribe(EVENT_LOG);
    const [first] = await feed.take(1);
    api.tokenRegister.revoke(decodeJwt(authorization.replace('Bearer ', '')).jti ?? '');
    const { extensions } = await feed.failure();
    expect(extensions).toMatchObject({ code: 'UNAUTHENTICATED', resumeAfter: expect.any(String) });
    expect(first?.cursor).toBe(extensions.resumeAfter);
    expect((await subscriber.closed).code).toBe(4401);
  });

  it('is let go when the organisation of the role has ended', async () => {
    const cell = { kind: 'GRASSROOTS_CELL', name: 'Tên', organisationType: 'agency' };
    await api.record('establishOrganisation', { organisation: 'ending', ...cell });
    await api.settle();
    const subscriber = connect(await bearer('SECRETARY', 'ending'));
    const feed = subscriber.subscribe(EVENT_LOG);
    await feed.take(1);
    await api.record('dissolveOrganisation', { organisation: 'ending' });
    expect((await feed.failure()).extensions.code).toBe('FORBIDDEN');
    expect((await subscriber.closed).code).toBe(4403);
  });

  it('is let go where the role does not allow the operation', async () => {
    const subscriber = connect(await bearer('INTEGRATOR', 'district'));
    const { extensions } = await subscriber.subscribe(SCORECARD_CHANGED, YEAR).failure();
    expect(extensions.code).toBe('FORBIDDEN');
    expect((await subscriber.closed).code).toBe(4403);
  });

  it('may ask, and give commands, as over HTTP', async () => {
    const subscriber = connect();
    const input = withCommon({ ...YEAR, effectiveAt: '2025-01-15T08:00:00+07:00' });
    const mutation = mutationOf('publishRecognition');
    const first = await subscriber.ask(mutation, { input });
    const again = await api.ask(mutation, { input });
    expect(again.data).toMatchObject({
      publishRecognition: {
        ...(first.data?.publishRecognition as object),
        duplicate: true,
      },
    });
    const query =
      'query ($id: ID!) { organisation(id: $id) { id name } nothing: member(id: "x") { id } }';
    const { data, errors } = await api.ask(query, { id: 'cell' });
    expect(await subscriber.ask(query, { id: 'cell' })).toEqual({ data });
    expect(errors).toEqual([]);
  });

  it.each([
    ['a document that is none', '{', {}],
    ['an unknown field', '{ nothing }', {}],
    ['a wrong variable', 'query ($id: ID!) { organisation(id: $id) { id } }', { id: {} }],
    ['too many tokens', `{ ${'a: status { position } '.repeat(900)} }`, {}],
    ['an answer too large', `{ ${pages('a')} ${pages('b')} }`, {}],
    [
      'too many levels',
      `{ organisation(id: "cell") ${'{ parent '.repeat(16)}{ id }${' }'.repeat(16)} }`,
      {},
    ],
    [
      'half of a surrogate pair',
      'query ($id: ID!) { organisation(id: $id) { id } }',
      { id: '\ud800' },
    ],
    ['a page out of bounds', '{ organisations(first: 201) { edges { cursor } } }', {}],
    ['a cursor of nothing', '{ organisations(after: "x") { edges { cursor } } }', {}],
    ['a fragment that spreads itself', 'fragment F on Query { ...F } { ...F }', {}],
    ['a repeated decision', mutationOf('grantRecognition'), { input: withCommon(RECOGNITION) }],
  ])('is refused as over HTTP: %s', async (_, query, variables) => {
    const { errors } = await api.ask(query, variables);
    expect(errors).not.toEqual([]);
    const operation = connect().subscribe(query, variables);
    expect((await operation.failure()).errors).toEqual(errors);
  });

  it.each([
    ['a cursor of nothing', EVENT_LOG, { after: 'x' }, 'CURSOR_INVALID'],
    [
      'two subscriptions at once',
      'subscription { a: eventLog { __typename } b: eventLog { __typename } }',
      {},
      'VALIDATION_FAILED',
    ],
    ['no type at all', RECOGNITION_EVENTS, { types: [] }, 'VALIDATION_FAILED'],
    ['an unknown type', RECOGNITION_EVENTS, { types: ['MeetingHeld'] }, 'VALIDATION_FAILED'],
    ['an answer too large', TOO_LARGE, {}, 'LIMIT_EXCEEDED'],
  ])('is refused: %s', async (_, query, variables, code) => {
    const subscriber = connect();
    const operation = subscriber.subscribe(query, variables);
    expect((await operation.failure()).extensions.code).toBe(code);
    // The connection goes on.
    expect(await begins(subscriber)).toBe('FeedCaughtUp');
  });
});

function pages(alias: string): string {
  return `${alias}: organisations(first: 200) { edges { node { children(first: 200) { edges { node { id name kind } } } } } }`;
}
