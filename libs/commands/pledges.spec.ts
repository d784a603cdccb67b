import type { CampaignId } from '#vocabulary';
import { LogUnavailable } from '#event-log';
import { CommandRefused } from './errors';
import { PledgeRegister } from './pledge-register';
import { Office, SILENT, givenCampaigns, registerPledge } from './testing';

describe('Pledging under two campaigns', () => {
  let office: Office;

  beforeEach(async () => {
    // The read model never hears of a pledge: what keeps the two apart is the gateway alone.
    office = new Office(SILENT);
    await givenCampaigns(office, 'one', 'two');
  });

  afterEach(async () => office.close());

  it('at the same time lets exactly one in', async () => {
    const results = await Promise.allSettled([
      office.give(registerPledge('one')),
      office.give(registerPledge('two')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(results[1]).toMatchObject({
      reason: { refusal: { code: 'ALREADY_PLEDGED_UNDER_ANOTHER_CAMPAIGN' } },
    });
  });

  it('is possible once the first was withdrawn', async () => {
    await office.give(registerPledge('one'));
    const key = { campaign: 'one', year: 2024, organisation: 'k1' };
    await office.give({ type: 'WithdrawPledge', ...key });
    await expect(office.give(registerPledge('two'))).resolves.toBeDefined();
    await expect(office.give(registerPledge('one'), { on: '2024-03-06' })).rejects.toBeInstanceOf(
      CommandRefused,
    );
  });

  it('is possible for members, who do not exclude each other', async () => {
    const admittedOn = '2010-01-01';
    const member = 'm00001';
    await office.give(
      { type: 'AdmitMember', member, organisation: 'k1', admittedOn },
      { on: admittedOn },
    );
    await Promise.all(
      ['one', 'two'].map((campaign) => office.give(registerPledge(campaign, member))),
    );
    const events = await office.events();
    expect(events.filter(({ type }) => type === 'PledgeRegistered')).toHaveLength(2);
  });
});

describe('The register of pledges', () => {
  const registered = (campaign: string) => ({ organisation: 'k1', year: 2024, campaign });

  it('knows what it learned while the source was still answering', async () => {
    const answer = Promise.withResolvers<readonly CampaignId[]>();
    const register = new PledgeRegister({ campaignsPledged: () => answer.promise });
    const asked = register.campaigns('k1', 2024);
    register.learn('PledgeRegistered', registered('one'));
    register.learn('PledgeRegistered', registered('two'));
    register.learn('PledgeWithdrawn', registered('one'));
    answer.resolve(['three']);
    expect(await asked).toEqual(['three']);
    expect(await register.campaigns('k1', 2024)).toEqual(['three', 'two']);
  });

  it('asks the source again after a failure, and when in doubt', async () => {
    let asked = 0;
    const register = new PledgeRegister({
      campaignsPledged: () => {
        asked += 1;
        return asked === 1 ? Promise.reject(new LogUnavailable('down')) : Promise.resolve([]);
      },
    });
    await expect(register.campaigns('k1', 2024)).rejects.toBeInstanceOf(LogUnavailable);
    await register.campaigns('k1', 2024);
    await register.campaigns('k1', 2024);
    expect(asked).toBe(2);
    register.doubt('PledgeRegistered', registered('one'));
    await register.campaigns('k1', 2024);
    expect(asked).toBe(3);
  });
});
