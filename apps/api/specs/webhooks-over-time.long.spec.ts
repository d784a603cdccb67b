import { randomUUID } from 'node:crypto';
import { Receiver } from '#webhooks/testing';
import { AUDIENCE, OpenIdProvider } from '../testing/openid-provider';
import { recognisedCell, YEAR } from '../testing/recognised-cell';
import { mutationOf, startTestApi, withCommon } from '../testing/test-api';
import type { Headers, TestApi, TestApiOptions } from '../testing/test-api';

const REGISTER = `mutation ($input: RegisterWebhookInput!) {
  registerWebhook(input: $input) { secret } }`;

describe('A webhook', () => {
  let api: TestApi;
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await Receiver.open();
  });
  afterEach(async () => {
    await api.stop();
    await receiver.close();
  });

  async function given(options: TestApiOptions = {}): Promise<void> {
    api = await startTestApi(options);
    await recognisedCell(api);
  }

  async function register(headers: Headers, more: object = {}): Promise<void> {
    const input = withCommon({
      webhook: 'hook',
      url: receiver.url,
      types: ['RecognitionGranted', 'RewardGranted'],
      description: 'Register of the district',
      ...more,
    });
    const { errors } = await api.ask(REGISTER, { input }, headers);
    expect(errors).toEqual([]);
  }

  const grantReward = () =>
    api.record('grantReward', {
      ...YEAR,
      reward: `Giấy khen ${randomUUID()}`,
      grantedBy: 'district',
      effectiveAt: '2025-01-20T08:00:00+07:00',
    });

  /** What the receiver has taken is kept a moment later. */
  async function untilDelivered(count: number): Promise<void> {
    for (;;) {
      const { data } = await api.ask(
        '{ webhookDeliveries(webhook: "hook", state: DELIVERED) { edges { cursor } } }',
      );
      const { edges = [] } = (data?.webhookDeliveries ?? {}) as { edges?: unknown[] };
      if (edges.length === count) return;
      await new Promise(setImmediate);
    }
  }

  it('goes on after a restart where it was, without its read models too, and is replayed from an earlier place on request', async () => {
    await given();
    await register({}, { from: 'START' });
    await untilDelivered(1);
    const { dataDir } = api;
    await api.close();
    const stores = { readModelsUrl: `sqlite:${dataDir}/rebuilt.db` };
    api = await startTestApi({ dataDir, stores });
    await grantReward();
    await untilDelivered(2);
    expect(new Set(receiver.ids).size).toBe(2);
    expect(receiver.received).toHaveLength(2);
    const input = withCommon({ webhook: 'hook', from: 'START' });
    await api.ask(mutationOf('resumeWebhook'), { input });
    await receiver.until(4);
    expect(receiver.ids.slice(2)).toEqual(receiver.ids.slice(0, 2));
  });

  it('is sent nothing more once the grant of its owner has ended, and goes on under a new one', async () => {
    const provider = await OpenIdProvider.start('m00077');
    await given({ openId: { issuer: provider.issuer, audience: AUDIENCE } });
    const grant = async (id: string) => {
      const held = { subject: 'm00077', role: 'INTEGRATOR', organisation: 'district' };
      await api.record('grantRole', { grant: id, ...held, from: '2024-01-01' });
      await api.settle();
    };
    await grant('first');
    await register({ authorization: `Bearer ${await provider.tokenOf('m00077')}` });
    await grantReward();
    await untilDelivered(1);
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    await api.record('endRole', { grant: 'first', on: today, reason: 'Moved' });
    await grantReward();
    await api.settle();
    const { data } = await api.ask('{ webhook(id: "hook") { status holdsRole } }');
    expect(data).toEqual({ webhook: { status: 'ACTIVE', holdsRole: false } });
    expect(receiver.received).toHaveLength(1);
    await grant('second');
    await api.record('changeWebhook', {
      webhook: 'hook',
      url: receiver.url,
      types: ['RewardGranted'],
      description: 'Under a new grant',
    });
    await untilDelivered(2);
    expect(new Set(receiver.ids).size).toBe(2);
    await provider.stop();
  });
});
