import type { CampaignId } from '#vocabulary';
import type { EventLog } from '#event-log';
import { CommandGateway } from './command-gateway';
import type { CommandEnvelope } from './envelope';
import { CommandRefused } from './errors';
import {
  NOW,
  Office,
  SILENT,
  envelope,
  givenCampaigns,
  registerPledge,
  withRival,
} from './testing';

describe('When several processes record in one log, an organisation pledges', () => {
  const campaigns = ['one', 'two', 'three', 'four'];
  let office: Office;
  let ours: CommandGateway;
  let theirs: CommandGateway;

  beforeEach(async () => {
    office = new Office();
    await givenCampaigns(office, ...campaigns);
    ours = process();
    theirs = process();
  });

  afterEach(async () => office.close());

  /** A gateway that shares nothing with the others but the log. */
  function process(log: EventLog = office.log): CommandGateway {
    const sources = { ...SILENT, campaignsPledged: standing };
    return new CommandGateway({ log, sources, now: () => NOW, isShared: true });
  }

  /** What a read model tells that has counted everything. */
  async function standing(): Promise<readonly CampaignId[]> {
    const pledged = new Set<CampaignId>();
    for (const { type, data } of await office.events()) {
      const { campaign } = data as { readonly campaign: CampaignId };
      if (type === 'PledgeRegistered') pledged.add(campaign);
      if (type === 'PledgeWithdrawn') pledged.delete(campaign);
    }
    return [...pledged].sort();
  }

  const register = (campaign: string): CommandEnvelope => envelope(registerPledge(campaign));
  const withdraw = (campaign: string): CommandEnvelope =>
    envelope({ type: 'WithdrawPledge', campaign, year: 2024, organisation: 'k1' });
  const refusedForAnother = {
    refusal: { code: 'ALREADY_PLEDGED_UNDER_ANOTHER_CAMPAIGN' },
  };

  it('under one campaign, also where another process remembers that there is none', async () => {
    await ours.execute([register('one')]);
    await ours.execute([withdraw('one')]);
    await theirs.execute([register('two')]);

    await expect(ours.execute([register('three')])).rejects.toMatchObject(refusedForAnother);
    expect(await standing()).toEqual(['two']);
  });

  it('under another one as soon as any process recorded that the first was withdrawn', async () => {
    await ours.execute([register('one')]);
    await expect(theirs.execute([register('two')])).rejects.toBeInstanceOf(CommandRefused);
    await ours.execute([withdraw('one')]);
    await theirs.execute([register('two')]);

    expect(await standing()).toEqual(['two']);
  });

  it('under the campaign that came first when both were decided at once; the other gives way', async () => {
    const inBetween = withRival(office.log, async (_, attempt) => {
      if (attempt === 1) await theirs.execute([register('two')]);
    });
    const late = process(inBetween);

    await expect(late.execute([register('one')])).rejects.toMatchObject(refusedForAnother);
    expect(await standing()).toEqual(['two']);
    const recorded = await office.events();
    expect(recorded.slice(-3).map(({ type, stream }) => `${type} in ${stream}`)).toEqual([
      'PledgeRegistered in pledge-two-k1-2024',
      'PledgeRegistered in pledge-one-k1-2024',
      'PledgeWithdrawn in pledge-one-k1-2024',
    ]);
  });

  it('and what gave way is refused again when it is repeated, and recorded no more', async () => {
    const inBetween = withRival(office.log, async (_, attempt) => {
      if (attempt === 1) await theirs.execute([register('two')]);
    });
    await expect(process(inBetween).execute([register('one')])).rejects.toMatchObject(
      refusedForAnother,
    );
    const before = await office.events();

    await expect(process().execute([register('one')])).rejects.toMatchObject(refusedForAnother);
    expect(await office.events()).toEqual(before);
  });

  it('and what should have given way does so when a process that died is asked again', async () => {
    const dying = withRival(office.log, async (_, attempt) => {
      if (attempt === 1) await theirs.execute([register('two')]);
      if (attempt === 2) throw new Error('The process died');
    });
    await expect(process(dying).execute([register('one')])).rejects.toThrow('The process died');
    const before = await standing();

    await expect(process().execute([register('one')])).rejects.toMatchObject(refusedForAnother);
    expect(before).toEqual(['one', 'two']);
    expect(await standing()).toEqual(['two']);
  });

  it('once, however many processes are asked at the same time', async () => {
    const results = await Promise.allSettled(
      campaigns.map((campaign) => process().execute([register(campaign)])),
    );

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await standing()).toHaveLength(1);
  });
});
