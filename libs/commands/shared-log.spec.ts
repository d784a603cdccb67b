import { EventStoreDouble } from '../../test/eventstore-double';
import type { EventLog } from '#event-log';
import { openEventStoreDbEventLog } from '#event-log/eventstoredb';
import { CommandGateway } from './command-gateway';
import type { CommandEnvelope } from './envelope';
import {
  CLERK,
  NOW,
  Office,
  SILENT,
  envelope,
  givenCampaigns,
  registerPledge,
  withRival,
} from './testing';

const CAMPAIGNS = ['one', 'two', 'three', 'four'];
const KEY = { year: 2024, organisation: 'k1' };
const REFUSED_FOR_ANOTHER = {
  refusal: { code: 'ALREADY_PLEDGED_UNDER_ANOTHER_CAMPAIGN', details: { campaigns: ['two'] } },
};

const register = (campaign: string): CommandEnvelope => envelope(registerPledge(campaign));
const withdraw = (campaign: string): CommandEnvelope =>
  envelope({ type: 'WithdrawPledge', campaign, ...KEY });

describe.each(['SQLite', 'EventStoreDB'])(
  'When several processes record in one log of %s, an organisation pledges',
  (kind) => {
    let office: Office;
    let double: EventStoreDouble;
    let ours: CommandGateway;
    let theirs: CommandGateway;

    beforeAll(async () => {
      double = await EventStoreDouble.start();
    });

    afterAll(() => double.stop());

    beforeEach(async () => {
      await double.tell({ kind: 'clear' });
      office = new Office(
        SILENT,
        kind === 'SQLite' ? undefined : () => openEventStoreDbEventLog({ url: double.url }),
      );
      await givenCampaigns(office, ...CAMPAIGNS);
      ours = process();
      theirs = process();
    });

    afterEach(() => office.close());

    /** A gateway that shares nothing with the others but the log. */
    function process(log: EventLog = office.log): CommandGateway {
      return new CommandGateway({ log, sources: SILENT, now: () => NOW });
    }

    const recorded = async (): Promise<readonly string[]> => {
      const events = await office.events('pledge-2024-k1');
      return events.map(({ type, data }) => {
        const { campaign } = data as { readonly campaign: string };
        return `${type} ${campaign}`;
      });
    };

    it('under one campaign, also where another process remembers that there is none', async () => {
      await ours.execute([register('one')]);
      await ours.execute([withdraw('one')]);
      await theirs.execute([register('two')]);

      await expect(ours.execute([register('three')])).rejects.toMatchObject(REFUSED_FOR_ANOTHER);
      expect(await recorded()).toEqual([
        'PledgeRegistered one',
        'PledgeWithdrawn one',
        'PledgeRegistered two',
      ]);
    });

    it('under another one as soon as any process recorded that the first was withdrawn', async () => {
      await ours.execute([register('two')]);
      await expect(theirs.execute([register('one')])).rejects.toMatchObject(REFUSED_FOR_ANOTHER);
      await ours.execute([withdraw('two')]);
      await theirs.execute([register('one')]);

      expect((await recorded()).at(-1)).toBe('PledgeRegistered one');
    });

    it('under another one as soon as any process corrected that it ever pledged', async () => {
      const { events } = await ours.execute([register('two')]);
      await expect(theirs.execute([register('one')])).rejects.toMatchObject(REFUSED_FOR_ANOTHER);
      await ours.execute([
        envelope(
          { type: 'CorrectFact', stream: 'pledge-2024-k1', event: events[0]?.id ?? '' },
          { reason: 'Never pledged', actor: CLERK },
        ),
      ]);
      await theirs.execute([register('one')]);

      expect((await recorded()).at(-1)).toBe('PledgeRegistered one');
    });

    it('under the campaign recorded first when both are decided at once; the other leaves no trace', async () => {
      const inBetween = withRival(office.log, async (_, attempt) => {
        if (attempt === 1) await theirs.execute([register('two')]);
      });

      await expect(process(inBetween).execute([register('one')])).rejects.toMatchObject(
        REFUSED_FOR_ANOTHER,
      );
      expect(await recorded()).toEqual(['PledgeRegistered two']);
      // Also when it is repeated.
      await expect(process().execute([register('one')])).rejects.toMatchObject(REFUSED_FOR_ANOTHER);
      expect(await recorded()).toEqual(['PledgeRegistered two']);
    });

    it('once, however many processes are asked at the same time', async () => {
      const results = await Promise.allSettled(
        CAMPAIGNS.map((campaign) => process().execute([register(campaign)])),
      );

      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await recorded()).toHaveLength(1);
    });
  },
);
