import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { Receiver } from '#webhooks/testing';
import { recognisedCell, YEAR } from '../testing/recognised-cell';
import { mutationOf, startTestApi, withCommon } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const TYPES = ['RecognitionGranted', 'RecognitionPublished', 'RewardGranted'];
const reward = { ...YEAR, grantedBy: 'district', effectiveAt: '2025-01-20T08:00:00+07:00' };

describe('Webhooks', () => {
  let api: TestApi;
  let receiver: Receiver;
  let integrator: Record<string, string>;
  let hook = '';
  let owner = 'm70000';
  beforeAll(async () => {
    api = await startTestApi();
    await recognisedCell(api);
    await api.record('establishOrganisation', {
      organisation: 'apart',
      kind: 'GRASSROOTS_CELL',
      parent: 'district',
      name: 'Tên',
      organisationType: 'agency',
      effectiveAt: '2020-01-01T08:00:00+07:00',
    });
  });
  beforeEach(async () => {
    hook = `hook-${randomUUID()}`;
    owner = `m${Number(owner.slice(1)) + 1}`;
    receiver = await Receiver.open();
    integrator = await bearer('INTEGRATOR', 'district');
  });
  afterEach(async () => {
    for (const webhook of [hook, 'other', 'outside', 'under']) {
      await give('endWebhook', { webhook }, {});
    }
    await receiver.close();
  });
  afterAll(() => api.stop());

  async function bearer(role: 'INTEGRATOR' | 'SECRETARY', organisation: string, id = owner) {
    const token = await api.tokens.issue({ id, role, organisation }, '1h');
    return { authorization: `Bearer ${token}` };
  }

  const REGISTER = `mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) {
    secret publicKey receipt { duplicate position events { id type } } } }`;

  interface Credentials {
    readonly secret: string | null;
    readonly publicKey: string;
    readonly receipt: { readonly duplicate: boolean; readonly position: string };
  }

  const terms = (more: object = {}) =>
    withCommon({
      webhook: hook,
      url: receiver.url,
      types: TYPES,
      description: 'Register of the district',
      ...more,
    });

  async function register(more: object = {}, headers = integrator): Promise<Credentials> {
    const answer = await api.ask(REGISTER, { input: terms(more) }, headers);
    expect(answer.errors).toEqual([]);
    return answer.data?.registerWebhook as Credentials;
  }

  const grantReward = () =>
    api.record('grantReward', { ...reward, reward: `Giấy khen ${randomUUID()}` });

  async function told(after: string) {
    const feed = await fetch(`${api.url}/feeds/recognitions?after=${after}&limit=100`, {
      headers: integrator,
    });
    return ((await feed.json()) as { events: { id: string; cursor: string }[] }).events;
  }

  const give = (mutation: string, input: object, headers = integrator) =>
    api.ask(mutationOf(mutation), { input: withCommon(input) }, headers);
  const codes = ({ errors }: Awaited<ReturnType<typeof give>>) =>
    errors.map(({ extensions }) => extensions.refusal ?? extensions.code);

  async function webhook(headers = integrator, id = hook) {
    const { data } = await api.ask(
      `{ webhook(id: "${id}") { status cause holdsRole publicKey doneThrough owner { id } } }`,
      {},
      headers,
    );
    return data?.webhook as Record<string, unknown> | null;
  }

  async function deliveries(state?: string) {
    const { data, errors } = await api.ask(
      `query ($state: WebhookDeliveryState) { webhookDeliveries(webhook: "${hook}", state: $state) {
        edges { node { event type state nextTryAt attempts { status failure durationMs } } } } }`,
      { state },
      integrator,
    );
    expect(errors).toEqual([]);
    return nodesIn(data?.webhookDeliveries);
  }

  it('are brought what is recorded from now on, signed, as the feed tells it', async () => {
    const { secret, publicKey } = await register();
    const { events } = await grantReward();
    await receiver.until(1);
    const [message] = receiver.received;
    expect(receiver.ids).toEqual([events[0]?.id]);
    const verified = new Webhook(secret ?? '').verify(
      message?.body ?? '',
      message?.headers as Record<string, string>,
    );
    expect(verified).toEqual((await told('START')).at(-1));
    expect(message?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    expect(await webhook()).toMatchObject({ status: 'ACTIVE', holdsRole: true, publicKey });
  });

  it('begin with the first event, or behind a cursor, when told so', async () => {
    await grantReward();
    const all = await told('START');
    await register({ from: 'START', types: ['RecognitionGranted'] });
    await receiver.until(1);
    await register({ webhook: 'other', from: all[0]?.cursor });
    await receiver.until(all.length);
    expect(receiver.ids).toEqual(all.map(({ id }) => id));
    const answer = await api.ask(REGISTER, { input: terms({ from: 'nowhere' }) }, integrator);
    expect(codes(answer)).toEqual(['CURSOR_INVALID']);
  });

  it('show the secret once: not to who repeats the command, and nowhere else', async () => {
    const input = terms();
    const first = await api.ask(REGISTER, { input }, integrator);
    const { secret = null, publicKey } = (first.data?.registerWebhook ??
      {}) as Partial<Credentials>;
    const again = await api.ask(REGISTER, { input }, integrator);
    expect(again.data?.registerWebhook).toMatchObject({
      secret: null,
      publicKey,
      receipt: { duplicate: true },
    });
    await api.settle();
    const { data } = await api.ask(`{ history(filter: { stream: "webhook-${hook}" }) {
      edges { node { data } } } }`);
    expect(JSON.stringify(data)).toContain('Register of the district');
    expect(JSON.stringify(data)).not.toContain(secret?.slice(6));
  });

  it('are signed with both secrets after a rotation', async () => {
    const { secret } = await register();
    const answer = await api.ask(
      `mutation ($input: RotateWebhookSecretInput!) { rotateWebhookSecret(input: $input) { secret publicKey } }`,
      { input: withCommon({ webhook: hook }) },
      integrator,
    );
    const rotated = answer.data?.rotateWebhookSecret as Credentials;
    expect(rotated.secret).not.toBe(secret);
    await grantReward();
    await receiver.until(1);
    const [message] = receiver.received;
    for (const either of [secret, rotated.secret]) {
      const verify = () =>
        new Webhook(either ?? '').verify(
          message?.body ?? '',
          message?.headers as Record<string, string>,
        );
      expect(verify).not.toThrow();
    }
    expect(message?.headers['webhook-signature']?.toString().split(' ')).toHaveLength(4);
  });

  it('belong to who registered them, and to operators', async () => {
    await register();
    const another = await bearer('INTEGRATOR', 'district', 'm00078');
    expect(await webhook(another)).toBeNull();
    expect(codes(await give('endWebhook', { webhook: hook }, another))).toEqual(['NOT_RECORDED']);
    const redelivery = { webhook: hook, event: 'event1' };
    expect(codes(await give('redeliver', redelivery, another))).toEqual(['NOT_RECORDED']);
    expect(codes(await give('redeliver', redelivery))).toEqual(['NOTHING_TO_REDELIVER']);
    const secretary = await bearer('SECRETARY', 'cell');
    expect(codes(await api.ask(REGISTER, { input: terms() }, secretary))).toEqual(['FORBIDDEN']);
    const history = await api.ask(
      `{ history(filter: { types: [WebhookRegistered] }) { edges { cursor } } }`,
      {},
      await bearer('SECRETARY', 'district'),
    );
    expect(history.data).toEqual({ history: { edges: [] } });
    await api.settle();
    expect(await webhook({})).toMatchObject({ owner: { id: owner } });
  });

  it('are told nothing outside the scope of their owner, and only what is under their organisation', async () => {
    const url = `${receiver.url}?unseen`;
    const elsewhere = await bearer('INTEGRATOR', 'elsewhere');
    await register({ webhook: 'outside', from: 'START', url }, elsewhere);
    await register({ webhook: 'under', from: 'START', under: 'cell' });
    await register({ from: 'START', under: 'apart', url });
    await receiver.until((await told('START')).length);
    await expectEventually(async () => {
      for (const id of ['outside', hook]) {
        expect((await webhook({}, id))?.doneThrough).toEqual(expect.any(String));
      }
    });
    expect(receiver.received.filter(({ path }) => path.includes('unseen'))).toEqual([]);
  });

  it('are sent nothing more once the role of their owner has ended, and go on when it is back', async () => {
    const token = integrator.authorization?.split('.')[1] ?? '';
    const { jti } = JSON.parse(Buffer.from(token, 'base64url').toString()) as { jti: string };
    await register();
    const operator = {};
    api.revoke(jti);
    await grantReward();
    await api.settle();
    expect(await webhook(operator)).toMatchObject({ status: 'ACTIVE', holdsRole: false });
    expect(receiver.received).toEqual([]);
    integrator = await bearer('INTEGRATOR', 'district');
    await give('changeWebhook', terms({ description: 'With a new token' }));
    await receiver.until(1);
  });

  it('are refused addresses that lead into private networks, or are not encrypted', async () => {
    for (const url of ['https://10.0.0.7/', 'https://[::ffff:10.0.0.7]/', 'https://0x0a000007/']) {
      const answer = await api.ask(REGISTER, { input: terms({ url }) }, integrator);
      expect(codes(answer)).toEqual(['WEBHOOK_ADDRESS_REFUSED']);
    }
  });

  it('go on with the next event when one is refused five times, which is sent again on request', async () => {
    await register();
    receiver.answers.push(422, 422, 422, 422, 422);
    const first = await grantReward();
    const second = await grantReward();
    await receiver.until(6);
    const [dead, taken] = [first.events[0]?.id ?? '', second.events[0]?.id];
    expect(receiver.ids).toEqual([dead, dead, dead, dead, dead, taken]);
    const letters = () => api.ask(`{ deadLetters { edges { node { event } } } }`, {}, integrator);
    expect((await letters()).data).toEqual({ deadLetters: { edges: [{ node: { event: dead } }] } });
    await give('redeliver', { webhook: hook, event: dead });
    await receiver.until(7);
    expect(receiver.ids.at(-1)).toBe(dead);
    await expectEventually(async () => {
      expect((await letters()).data).toEqual({ deadLetters: { edges: [] } });
    });
  });

  it('end when the receiver answers 410', async () => {
    await register();
    receiver.answers.push(410);
    await grantReward();
    await receiver.until(1);
    await expectEventually(async () => {
      expect(await webhook()).toMatchObject({ status: 'ENDED', cause: 'GONE' });
    });
    await grantReward();
    await api.settle();
    expect(receiver.received).toHaveLength(1);
  });

  it('are disabled after the last retry, and what waits is sent once they are resumed', async () => {
    await register();
    receiver.answers.push(...Array.from({ length: 7 }, () => 503));
    const first = await grantReward();
    const second = await grantReward();
    await receiver.until(7);
    await expectEventually(async () => {
      expect(await webhook()).toMatchObject({ status: 'DISABLED', cause: 'RETRIES_EXHAUSTED' });
    });
    expect(await deliveries('PENDING')).toMatchObject([
      { event: first.events[0]?.id, nextTryAt: null, attempts: { length: 7 } },
    ]);
    await give('resumeWebhook', { webhook: hook });
    await receiver.until(9);
    expect(receiver.ids.slice(7)).toEqual([first.events[0]?.id, second.events[0]?.id]);
  });

  it('are counted in the status, for who sees those of others', async () => {
    const counted = async (headers?: Record<string, string>) => {
      await api.settle();
      const { data } = await api.ask(
        '{ status { webhooks { active disabled dead } } }',
        {},
        headers,
      );
      return (data as { status: { webhooks: Record<string, number> | null } }).status.webhooks;
    };
    const before = await counted();
    await register();
    const after = await counted();
    expect(after).toEqual({ ...before, active: (before?.active ?? 0) + 1 });

    await give('disableWebhook', { webhook: hook }, {});
    expect(await counted()).toEqual({ ...before, disabled: (before?.disabled ?? 0) + 1 });
    expect(await counted(integrator)).toBeNull();
  });

  it('are counted in the metrics', async () => {
    const count = async (outcome: string) => {
      const metrics = await (await fetch(`${api.url}/metrics`)).text();
      expect(metrics).toContain('four_good_webhook_seconds_behind 0');
      const line = new RegExp(`four_good_webhook_attempts_total{outcome="${outcome}"} (\\d+)`);
      return Number(line.exec(metrics)?.[1] ?? 0);
    };
    const before = await count('failed');
    await register();
    receiver.answers.push(503);
    await grantReward();
    await receiver.until(2);
    await expectEventually(async () => {
      expect(await count('failed')).toBe(before + 1);
    });
  });
});

function nodesIn(connection: unknown): readonly Record<string, unknown>[] {
  const { edges = [] } = (connection ?? {}) as { edges?: { node: Record<string, unknown> }[] };
  return edges.map(({ node }) => node);
}

/** What a receiver has taken is kept a moment later: asked again until it is there. */
async function expectEventually(check: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await check();
      return;
    } catch {
      await new Promise(setImmediate);
    }
  }
}
