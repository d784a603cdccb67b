import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as elapsed } from 'node:timers/promises';
import { onServer } from '#read-models/contract';
import { TestDatabases } from '#read-models/mongodb/testing';
import { Receiver } from '#webhooks/testing';
import { recognisedCell, YEAR } from '../../../apps/api/testing/recognised-cell';
import { withCommon } from '../../../apps/api/testing/test-api';
import { EventStoreDouble } from '../../eventstore-double';
import { GraphqlClient, Installation, NoAnswer, receiptOf } from '../../support';
import type { Receipt, RunningService } from '../../support';
import { KilledConsumer } from './killed-consumer';
import { READINGS } from './readings';
import type { Place } from './readings';

/** How often every consumer is killed; a hundred times where it is asked for. */
const KILLS = Number(process.env.CONSUMER_KILLS ?? '20');
/** Of so many kills of consumers, one comes with that of a service. */
const SERVICE_KILLED_EVERY = 10;
const TRY_AGAIN_MS = 50;

/** A receiver that is away, overloaded, or hangs up. */
const FAILURES: Receiver['answers'] = [500, 503, 429, 408, (reply) => reply.destroy()];

const SETTINGS = {
  LOCAL_OPERATOR: 'off',
  WEBHOOK_ALLOW_HTTP: 'on',
  WEBHOOK_ALLOW_HOSTS: '127.0.0.1',
  WEBHOOK_RETRIES: Array.from({ length: 60 }, () => '1s').join(','),
};

/** What services keep what they know in; they are killed, it is not. */
interface Installed {
  readonly installations: readonly Installation[];
  remove(): Promise<void>;
}

describe('Consumers of one service on embedded stores', () => {
  surviveKills(() =>
    Promise.resolve({
      installations: [new Installation(SETTINGS)],
      remove: () => Promise.resolve(),
    }),
  );
});

onServer('TEST_MONGODB_URL', 'Consumers of two services on EventStoreDB and MongoDB', (address) => {
  surviveKills(async () => {
    const databases = new TestDatabases(address);
    const double = await EventStoreDouble.start();
    const settings = {
      ...SETTINGS,
      EVENT_LOG_URL: double.url,
      READ_MODELS_URL: databases.newUrl(),
    };
    const first = new Installation(settings);
    const second = new Installation({ ...settings, KEYS_DIR: join(first.dataDir, 'keys') });
    const remove = async () => {
      await double.stop();
      await databases.remove();
    };
    return { installations: [first, second], remove };
  });
});

function surviveKills(install: () => Promise<Installed>): void {
  let installed: Installed;
  const services: RunningService[] = [];
  let receiver: Receiver;
  let token: string;
  let integrator: string;
  let isOver = false;

  beforeAll(async () => {
    receiver = await Receiver.open();
    installed = await install();
    const { installations } = installed;
    for (const installation of installations) services.push(await installation.start());
    const tokenOf = async (role: string, organisation: string) => {
      const who = ['--actor', 'consumer', '--role', role, '--organisation', organisation];
      return (await (installations[0] as Installation).token(...who)).stdout.trim();
    };
    token = await tokenOf('OPERATOR', 'local');
    await recognisedCell({ record });
    integrator = await tokenOf('INTEGRATOR', 'district');
  });

  afterAll(async () => {
    isOver = true;
    await Promise.all(installed.installations.map((each) => each.remove()));
    await receiver.close();
    await installed.remove();
  });

  const anyService = () => services[randomInt(services.length)] as RunningService;
  /** Where a consumer goes next; nowhere after the test. */
  function place(): Omit<Place, 'after'> {
    if (isOver) throw new Error('The test is over');
    return { origin: new URL(anyService().url).origin, token: integrator };
  }

  /** The command is given until some service answers it: it is recorded once. */
  async function record(mutation: string, input: object): Promise<Receipt> {
    const command = { ...withCommon(input) };
    for (;;) {
      try {
        return receiptOf(
          await new GraphqlClient(anyService().url, token).attempt(mutation, command),
        );
      } catch (error) {
        if (isOver || !(error instanceof NoAnswer)) throw error;
        await elapsed(TRY_AGAIN_MS);
      }
    }
  }

  async function reward(): Promise<string> {
    const granted = { reward: `Giấy khen ${randomUUID()}`, grantedBy: 'district' };
    const at = { effectiveAt: '2025-01-15T08:00:00+07:00' };
    const { events } = await record('grantReward', { ...YEAR, ...granted, ...at });
    return events[0]?.id ?? '';
  }

  /** Kills a service while others go on, and starts it anew. */
  async function killAService(): Promise<void> {
    const at = randomInt(services.length);
    await services[at]?.kill();
    services[at] = await (installed.installations[at] as Installation).start();
  }

  async function endOfFeed(): Promise<string> {
    const { origin } = new URL(anyService().url);
    const answer = await fetch(`${origin}/feeds/recognitions?limit=1`, {
      headers: { authorization: `Bearer ${integrator}` },
    });
    return ((await answer.json()) as { readonly cursor: string }).cursor;
  }

  it('see every recognition event once and in order, however they follow; webhooks at least once', async () => {
    const client = new GraphqlClient(anyService().url, integrator);
    await client.ask(
      `mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) { publicKey } }`,
      {
        input: withCommon({
          webhook: 'register',
          url: receiver.url,
          types: ['RewardGranted'],
          description: 'Register of the district',
        }),
      },
    );
    const start = await endOfFeed();
    const consumers = Object.values(READINGS).map((read) => new KilledConsumer(read, start));
    const recorded: string[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const failure = FAILURES[randomInt(FAILURES.length)];
      if (failure !== undefined && kill % 3 === 0) receiver.answers.push(failure);
      const [event] = await Promise.all([
        reward(),
        ...consumers.map((consumer) => consumer.take(randomInt(1, 4), place)),
        ...(kill % SERVICE_KILLED_EVERY === 0 ? [killAService()] : []),
      ]);
      recorded.push(event);
    }
    for (const consumer of consumers) {
      await consumer.take(Infinity, place);
      expect(consumer.seen).toEqual(recorded);
    }
    while (!receiver.ids.includes(recorded.at(-1) ?? '')) await elapsed(TRY_AGAIN_MS);
    expect([...new Set(receiver.ids)]).toEqual(recorded);
    expect(receiver.received.length).toBeGreaterThan(recorded.length);
  });
}
